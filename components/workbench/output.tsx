/** What the code printed and logged, line by line, with who wrote it and when. */
import { formatDuration } from '@/lib/trace/duration';
import type { Trace, TraceEventOf } from '@/lib/trace/schema';
import { RequestChip } from './request-chip';
import styles from './workbench.module.css';

/** More lines than this are folded away. */
const SHOWN = 40;

export function Output({ trace }: { readonly trace: Trace }) {
  const lines = trace.events.filter((event): event is TraceEventOf<'output'> => event.kind === 'output');
  if (lines.length === 0) return <p className={styles.empty}>Nothing was printed.</p>;
  const threads = new Map(trace.threads.map(({ id, name }) => [id, name]));
  const rows = lines.map((line) => (
    <OutputLine key={line.seq} line={line} thread={threads.get(line.thread)} />
  ));
  return (
    <>
      <ol className={styles.output}>{rows.slice(0, SHOWN)}</ol>
      {rows.length > SHOWN && (
        <details className={styles.details}>
          <summary>{rows.length - SHOWN} more lines</summary>
          <ol className={styles.output}>{rows.slice(SHOWN)}</ol>
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
