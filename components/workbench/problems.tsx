/** What went wrong, in words, each with its line; Python's own text is folded away below it. */
import { InlineCode } from '@/components/ui/inline-code';
import type { Problem } from '@/lib/simulator/explain-error';
import { RequestChip } from './request-chip';
import styles from './workbench.module.css';

const SIGNS = { error: '✕', warning: '!', notice: 'i' } as const;
const WORDS = { error: 'Error', warning: 'Warning', notice: 'Note' } as const;

type Properties = {
  readonly problems: readonly Problem[];
  readonly onShow: (place: { readonly file: string; readonly line: number }) => void;
};

export function Problems({ problems, onShow }: Properties) {
  if (problems.length === 0) return null;
  return (
    <ul className={styles.problems} aria-label="Problems">
      {problems.map((problem) => (
        <li
          key={`${problem.title} ${problem.place?.file} ${problem.place?.line} ${problem.requests.join()}`}
          className={styles.problem}
          data-severity={problem.severity}
        >
          <span className={styles.sign} aria-hidden="true">
            {SIGNS[problem.severity]}
          </span>
          <div className="min-w-0">
            <p className="font-medium">
              <span className="sr-only">{WORDS[problem.severity]}: </span>
              <InlineCode text={problem.title} />
            </p>
            <p className="text-ink-soft">
              <InlineCode text={problem.explanation} />
            </p>
            <Where problem={problem} onShow={onShow} />
            <Traceback problem={problem} />
          </div>
        </li>
      ))}
    </ul>
  );
}

function Where({ problem, onShow }: { readonly problem: Problem } & Pick<Properties, 'onShow'>) {
  const { place, requests } = problem;
  if (place === null && requests.length === 0) return null;
  return (
    <p className={styles.where}>
      {place !== null && (
        <button type="button" className={styles.link} onClick={() => onShow(place)}>
          line {place.line} of {place.file}
        </button>
      )}
      {requests.map((request) => (
        <RequestChip key={request} request={request} />
      ))}
    </p>
  );
}

function Traceback({ problem }: { readonly problem: Problem }) {
  const { frames, text } = problem;
  const own = frames.filter((frame) => frame.own);
  const folded = frames.length - own.length;
  if (text === '') return null;
  return (
    <details className={styles.details}>
      <summary>
        What Python says
        {folded > 0 && `, with ${folded} ${folded === 1 ? 'step' : 'steps'} inside the framework`}
      </summary>
      {own.length > 0 && (
        <ol className={styles.frames}>
          {own.map((frame) => (
            <li key={`${frame.file}:${frame.line}:${frame.function}`}>
              <code>{frame.function}</code>, line {frame.line} of {frame.file}
            </li>
          ))}
        </ol>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <pre tabIndex={0}>{text}</pre>
    </details>
  );
}
