/** Run, Cancel, Reset and its undo, and what is going on. Its height never changes. */
import type { Stage } from '@/lib/simulator/simulator';
import { progressOf } from './progress-words';
import type { RunState } from './session-state';
import styles from './workbench.module.css';

type Properties = {
  readonly runLabel: string;
  readonly run: RunState;
  readonly stage: Stage;
  /** How many scenarios a run consists of. */
  readonly count: number;
  /** Run was pressed and the code that performs it is on its way. */
  readonly loading: boolean;
  /** The text differs from what Reset brings back. */
  readonly edited: boolean;
  readonly undo: string | null;
  /** The last word about the last run. */
  readonly summary: string | null;
  readonly onRun: () => void;
  readonly onCancel: () => void;
  readonly onReset: () => void;
  readonly onUndo: () => void;
};

export function Toolbar({ runLabel, run, stage, count, loading, edited, undo, summary, ...on }: Properties) {
  const progress =
    progressOf(run, stage, count) ?? (loading ? { words: 'Getting ready', fraction: null } : null);
  return (
    <div className={`${styles.toolbar} needs-script`}>
      {progress === null ? (
        <button
          type="button"
          data-command="run"
          className={styles.primary}
          disabled={stage.kind === 'unsupported'}
          onClick={on.onRun}
        >
          <svg viewBox="0 0 16 16" width="12" height="12" aria-hidden="true" fill="currentColor">
            <path d="M3 1.5v13l11-6.5z" />
          </svg>
          {runLabel}
        </button>
      ) : (
        // The second press of a double click on Run is no wish to cancel.
        <button
          type="button"
          className={styles.secondary}
          onClick={({ detail }) => detail < 2 && on.onCancel()}
        >
          Cancel
        </button>
      )}
      <button
        type="button"
        data-command="reset"
        className={styles.quiet}
        disabled={!edited}
        onClick={on.onReset}
      >
        Reset
      </button>
      {undo !== null && (
        <button type="button" className={styles.quiet} onClick={on.onUndo}>
          {undo}
        </button>
      )}
      <p className={styles.status} role="status">
        {progress?.words ?? summary}
      </p>
      {progress !== null && (
        <progress
          className={styles.progress}
          aria-label={progress.words}
          max={1}
          {...(progress.fraction === null ? {} : { value: progress.fraction })}
        />
      )}
    </div>
  );
}
