/** The solution: asked for twice before success, then shown against the learner's own text. */
import { useEffect, useRef, useState } from 'react';
import type { Files } from '@/lib/progress/record';
import styles from './exercise.module.css';
import { type DiffLine, diffLines } from './line-diff';
import type { SolutionRun } from './use-solution-run';

type Properties = {
  /** The learner's own texts. */
  readonly files: Files;
  /** No need to ask twice: the exercise is passed, or the solution was seen before. */
  readonly earned: boolean;
  readonly loadSolution: () => Promise<Files>;
  /** It was shown. */
  readonly onSeen: () => void;
  /** How the run of the solution stands. */
  readonly solutionRun: SolutionRun['kind'];
  /** Runs it, to stand beside the learner's run; undefined until there is one. */
  readonly onRun?: ((solution: Files) => void) | undefined;
  /** Puts it in place of the learner's text; can be undone. */
  readonly onApply: (solution: Files) => void;
};

type State =
  | { readonly kind: 'hidden' | 'asking' | 'loading' | 'failed' }
  | { readonly kind: 'shown'; readonly solution: Files };

export function Solution({ files, earned, loadSolution, onSeen, solutionRun, onRun, onApply }: Properties) {
  const [state, setState] = useState<State>({ kind: 'hidden' });
  const successor = useRef<HTMLElement>(null);
  const shown = useRef(state.kind);

  useEffect(() => {
    // The button that was pressed is gone: the keyboard goes on in what took its place.
    if (shown.current === state.kind || state.kind === 'loading') return;
    shown.current = state.kind;
    successor.current?.focus({ preventScroll: true });
  }, [state.kind]);
  const succeed = (element: HTMLElement | null) => {
    successor.current = element;
  };

  async function show() {
    setState({ kind: 'loading' });
    try {
      setState({ kind: 'shown', solution: await loadSolution() });
      onSeen();
    } catch {
      setState({ kind: 'failed' });
    }
  }

  switch (state.kind) {
    case 'shown': {
      const differences = Object.entries(state.solution).map(([path, source]) => ({
        path,
        lines: diffLines(files[path] ?? '', source),
      }));
      const differs = differences.some(({ lines }) => lines.some(({ kind }) => kind !== 'same'));
      return (
        <section ref={succeed} tabIndex={-1} aria-label="Solution" className={styles.solution}>
          {differences.map(({ path, lines }) => (
            <Difference key={path} path={path} lines={lines} />
          ))}
          <p className={styles.buttons}>
            {differs && (
              <button type="button" className={styles.secondary} onClick={() => onApply(state.solution)}>
                Put it in the editor
              </button>
            )}
            {onRun && (
              <button
                type="button"
                className={styles.secondary}
                disabled={solutionRun === 'running'}
                onClick={() => onRun(state.solution)}
              >
                Run it beside yours
              </button>
            )}
            <button type="button" className={styles.quiet} onClick={() => setState({ kind: 'hidden' })}>
              Hide
            </button>
            <span role="status">{RUN_WORDS[solutionRun]}</span>
            {differs && <span className="text-ink-faint">Your own text is kept: Undo brings it back.</span>}
          </p>
        </section>
      );
    }
    case 'asking':
      return (
        <p ref={succeed} tabIndex={-1} className={styles.buttons}>
          <span>Once you have read it, the hunt is over. Show it?</span>
          <button type="button" className={styles.secondary} onClick={() => void show()}>
            Show the solution
          </button>
          <button type="button" className={styles.quiet} onClick={() => setState({ kind: 'hidden' })}>
            Keep trying
          </button>
        </p>
      );
    default:
      return (
        <p className={styles.buttons}>
          <button
            ref={succeed}
            type="button"
            className={styles.quiet}
            disabled={state.kind === 'loading'}
            onClick={() => (earned ? void show() : setState({ kind: 'asking' }))}
          >
            {earned ? 'Compare with the solution' : 'Show the solution'}
          </button>
          {state.kind === 'failed' && (
            <span role="status">The solution could not be fetched. Are you online?</span>
          )}
        </p>
      );
  }
}

const RUN_WORDS: Readonly<Record<SolutionRun['kind'], string>> = {
  none: '',
  running: 'Running the solution …',
  failed: 'The solution could not be run. Try again.',
  done: 'Both runs stand one above the other, below your own.',
};

const SIGNS = { same: ' ', added: '+', removed: '−' } as const;
const WORDS = { same: '', added: 'added: ', removed: 'removed: ' } as const;

function Difference({ path, lines }: { readonly path: string; readonly lines: readonly DiffLine[] }) {
  if (lines.every(({ kind }) => kind === 'same')) return <p>{path}: yours is the same, line for line.</p>;
  return (
    <figure>
      <figcaption className={styles.diffTitle}>{path}: yours, and what the solution changes</figcaption>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard. */}
      <pre className={styles.diff} tabIndex={0}>
        <div className={styles.diffLines}>
          {lines.map(({ kind, text, before, after }) => (
            <span key={`${before} ${after}`} className={styles.diffLine} data-kind={kind}>
              <span aria-hidden="true">{SIGNS[kind]} </span>
              <span className="sr-only">{WORDS[kind]}</span>
              {text}
            </span>
          ))}
        </div>
      </pre>
    </figure>
  );
}
