/** What the code printed and logged, line by line, with who wrote it and when. */
import { useState } from 'react';
import { formatDuration } from '@/lib/trace/duration';
import type { Trace, TraceEventOf } from '@/lib/trace/schema';
import { RequestChip } from './request-chip';
import styles from './workbench.module.css';

/** More lines than this are folded away, and not made before somebody unfolds them. */
const SHOWN = 40;
/** So many lines at most: a loop without an end fills a page as easily as a terminal. */
const UNFOLDED = 2000;

export function Output({ trace }: { readonly trace: Trace }) {
  const [unfolded, unfold] = useState(false);
  const lines = trace.events.filter((event): event is TraceEventOf<'output'> => event.kind === 'output');
  if (lines.length === 0) return <p className={styles.empty}>Nothing was printed.</p>;
  const threads = new Map(trace.threads.map(({ id, name }) => [id, name]));
  const rows = (from: number, to: number) =>
    lines
      .slice(from, to)
      .map((line) => <OutputLine key={line.seq} line={line} thread={threads.get(line.thread)} />);
  return (
    <>
      <ol className={styles.output}>{rows(0, SHOWN)}</ol>
      {lines.length > SHOWN && (
        <details className={styles.details} onToggle={({ currentTarget }) => unfold(currentTarget.open)}>
          <summary>{lines.length - SHOWN} more lines</summary>
          {unfolded && <ol className={styles.output}>{rows(SHOWN, UNFOLDED)}</ol>}
          {unfolded && lines.length > UNFOLDED && (
            <p className={styles.empty}>And {lines.length - UNFOLDED} more, which are not shown.</p>
          )}
        </details>
      )}
    </>
  );
}

function OutputLine({
  line,
  thread,
}: {
  readonly line: TraceEventOf<'output'>;
  readonly thread: string | undefined;
}) {
  return (
    <li className={styles.outputLine} data-stream={line.stream}>
      <time className={styles.when}>{formatDuration(line.t)}</time>
      <span>{line.request !== null && <RequestChip request={line.request} />}</span>
      <span className={styles.text}>{line.text.trimEnd()}</span>
      <span className={styles.by}>
        {line.stream === 'django' ? 'Django’s log, ' : ''}
        {thread}
      </span>
    </li>
  );
}
