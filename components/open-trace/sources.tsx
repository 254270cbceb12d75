'use client';
/** Where a trace can come from: a file of the reader's, the sample, the recorded runs of the lessons. */
import { useId, useRef } from 'react';
import styles from './open-trace.module.css';

export type RecordedSource = {
  /** 'unit/example' */
  readonly id: string;
  readonly title: string;
  /** The lesson it belongs to; null for a sample. */
  readonly lesson: string | null;
  readonly recording: string;
};

export function Sources({
  runs,
  compact,
  onFile,
  onRun,
}: {
  readonly runs: readonly RecordedSource[];
  /** True once something is open: then this steps back. */
  readonly compact: boolean;
  readonly onFile: (file: File) => void;
  readonly onRun: (run: RecordedSource) => void;
}) {
  const file = useRef<HTMLInputElement>(null);
  const list = useId();
  const samples = runs.filter(({ lesson }) => lesson === null);
  const lessons = Map.groupBy(
    runs.filter(({ lesson }) => lesson !== null),
    ({ lesson }) => lesson ?? '',
  );
  return (
    <div className={`needs-script ${styles.sources}`} data-compact={compact || undefined}>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        className="sr-only"
        tabIndex={-1}
        aria-label="Trace file"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          if (chosen) onFile(chosen);
          event.currentTarget.value = '';
        }}
      />
      <button
        type="button"
        className={`${styles.choice} ${styles.main}`}
        onClick={() => file.current?.click()}
      >
        Choose a file…
      </button>
      {samples.map((run) => (
        <button key={run.id} type="button" className={styles.choice} onClick={() => onRun(run)}>
          Open the sample
        </button>
      ))}
      <label htmlFor={list} className="sr-only">
        A recorded run of a lesson
      </label>
      <select
        id={list}
        value=""
        className={styles.list}
        onChange={(event) => {
          const run = runs.find(({ id }) => id === event.currentTarget.value);
          if (run) onRun(run);
        }}
      >
        <option value="">A run of a lesson…</option>
        {[...lessons].map(([lesson, own]) => (
          <optgroup key={lesson} label={lesson}>
            {own.map(({ id, title }) => (
              <option key={id} value={id}>
                {title}
              </option>
            ))}
          </optgroup>
        ))}
      </select>
      {!compact && (
        <p className={styles.hint}>Or drop a file here. It is read in this page and sent nowhere.</p>
      )}
    </div>
  );
}
