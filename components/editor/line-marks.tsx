/** What stands beside and behind the lines: numbers, the marks of the playhead, and problems. */
import type { CSSProperties, KeyboardEvent } from 'react';
import { gutterKeys } from '@/lib/shortcuts/keys';
import { pressed } from '@/lib/shortcuts/pressed';
import type { LineMark } from '@/lib/trace/line-marks';
import styles from './editor.module.css';
import { firstRowOf, type Rows, rowCountOf } from './wrapping';

/** More requests than this on one line are counted rather than named. */
const CHIPS = 3;

/** Something wrong with a line, to be marked there. */
export type LineProblem = {
  readonly file: string;
  readonly line: number;
  readonly severity: 'error' | 'warning' | 'notice' | 'hint';
  readonly title: string;
};

type Marked = {
  readonly file: string;
  readonly marks: readonly LineMark[];
  readonly problems: readonly LineProblem[];
  readonly rows: Rows;
};

function lineStyle(line: number, rows: Rows, request: string | null = null): CSSProperties {
  const hue =
    request !== null && /^[A-H]$/.test(request)
      ? `var(--request-${request.toLowerCase()})`
      : 'var(--ink-soft)';
  return {
    '--line-index': firstRowOf(rows, line),
    '--line-rows': rowCountOf(rows, line),
    '--hue': hue,
  } as CSSProperties;
}

/** One bar per marked line: the most pressing mark wins. */
export function LineBars({
  file,
  marks,
  problems,
  rows,
  revealed,
}: Marked & { readonly revealed: { readonly file: string; readonly line: number } | null }) {
  const bars = new Map<number, { kind: string; request: string | null }>();
  const order = ['hint', 'suspended', 'ready', 'notice', 'warning', 'current', 'error', 'blocking'];
  const add = (line: number, kind: string, request: string | null) => {
    const before = bars.get(line);
    if (before === undefined || order.indexOf(kind) > order.indexOf(before.kind))
      bars.set(line, { kind, request });
  };
  for (const problem of problems) if (problem.file === file) add(problem.line, problem.severity, null);
  for (const mark of marks) if (mark.file === file) add(mark.line, mark.kind, mark.request);
  return (
    <>
      {[...bars].map(([line, { kind, request }]) => (
        <div key={line} className={styles.bar} data-kind={kind} style={lineStyle(line, rows, request)} />
      ))}
      {revealed?.file === file && (
        <div className={styles.bar} data-kind="revealed" style={lineStyle(revealed.line, rows)} />
      )}
    </>
  );
}

type GutterProperties = Marked & {
  readonly lines: number;
  readonly eventful: ReadonlySet<number> | undefined;
  readonly onSelectLine: (line: number) => void;
};

export function Gutter({ file, lines, marks, problems, rows, eventful, onSelectLine }: GutterProperties) {
  const walked = [...(eventful ?? [])].filter((line) => line <= lines).sort((a, b) => a - b);
  const numbers = Array.from({ length: lines }, (_, index) => {
    const line = index + 1;
    // A wrapped line has its number beside its first row.
    return `${eventful?.has(line) ? '' : line}${'\n'.repeat(rowCountOf(rows, line) - 1)}`;
  });
  return (
    <div className="relative">
      <div className={styles.numbers} aria-hidden="true">
        {numbers.join('\n')}
      </div>
      {walked.map((line, index) => {
        const labels = labelsOn(line, { file, marks, problems });
        return (
          <button
            key={line}
            type="button"
            className={styles.lineButton}
            style={lineStyle(line, rows)}
            tabIndex={index === 0 ? 0 : -1}
            aria-label={[`Line ${line}: show what happens here.`, ...labels].join(' ')}
            title={labels.join('\n') || 'Show what happens on this line'}
            onClick={() => onSelectLine(line)}
            onKeyDown={moveBetweenButtons}
          >
            {line}
          </button>
        );
      })}
      <LineChips file={file} marks={marks} problems={problems} rows={rows} />
    </div>
  );
}

function labelsOn(line: number, { file, marks, problems }: Omit<Marked, 'rows'>): readonly string[] {
  const here = (item: { readonly file: string; readonly line: number }) =>
    item.file === file && item.line === line;
  return [
    ...problems.filter(here).map(({ title }) => `${title}.`),
    ...marks.filter(here).map(({ label }) => label),
  ];
}

/** The gutter is one tab stop; arrow keys go from line to line. */
function moveBetweenButtons(event: KeyboardEvent<HTMLButtonElement>) {
  const name = pressed(gutterKeys, event);
  if (name === null) return;
  const target = event.currentTarget[name === 'down' ? 'nextElementSibling' : 'previousElementSibling'];
  if (!(target instanceof HTMLButtonElement)) return;
  event.preventDefault();
  target.focus();
}

const HINT_HUE = { '--hue': 'var(--accent)' } as CSSProperties;
/** The gravest first: its sign stands for all of a line. */
const SEVERITIES = ['error', 'warning', 'notice', 'hint'] as const;
const PROBLEM_SIGNS = { error: '✕', warning: '!', notice: 'i', hint: '◇' } as const;

function LineChips({ file, marks, problems, rows }: Marked) {
  const byLine = Map.groupBy(
    marks.filter((mark) => mark.file === file),
    ({ line }) => line,
  );
  const trouble = Map.groupBy(
    problems.filter((problem) => problem.file === file && !byLine.has(problem.line)),
    ({ line }) => line,
  );
  return (
    <>
      {[...byLine].map(([line, here]) => (
        <div key={line} className={styles.chips} style={lineStyle(line, rows)} aria-hidden="true">
          {here.slice(0, here.length > CHIPS ? CHIPS - 1 : CHIPS).map((mark) => (
            <span
              key={`${mark.kind} ${mark.request}`}
              className={styles.chip}
              data-kind={mark.kind}
              style={lineStyle(line, rows, mark.request)}
              title={mark.label}
            >
              {mark.request ?? '•'}
            </span>
          ))}
          {here.length > CHIPS && (
            <span className={styles.chip} title={here.map(({ label }) => label).join(' ')}>
              +{here.length - CHIPS + 1}
            </span>
          )}
        </div>
      ))}
      {[...trouble].map(([line, here]) => {
        const severity = SEVERITIES.find((candidate) =>
          here.some((problem) => problem.severity === candidate),
        );
        if (severity === undefined) return null;
        const titles = here.map(({ title }) => title).join('\n');
        return (
          <div key={line} className={styles.chips} style={lineStyle(line, rows)} aria-hidden="true">
            <span
              className={styles.chip}
              data-kind={severity}
              style={severity === 'hint' ? HINT_HUE : undefined}
              title={titles}
            >
              {PROBLEM_SIGNS[severity]}
            </span>
          </div>
        );
      })}
    </>
  );
}
