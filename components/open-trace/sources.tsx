'use client';
/** Where a trace can come from: a file of the reader's, the sample, the recorded runs of the lessons. */
import { type ReactNode, useId, useRef } from 'react';
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
  onFile,
  onRun,
  children,
}: {
  readonly runs: readonly RecordedSource[];
  readonly onFile: (file: File) => void;
  readonly onRun: (run: RecordedSource) => void;
  /** What is to be said of the opening, in a line that is always there. */
  readonly children: ReactNode;
}) {
  const file = useRef<HTMLInputElement>(null);
  const list = useId();
  const samples = runs.filter(({ lesson }) => lesson === null);
  const lessons = Map.groupBy(
    runs.filter(({ lesson }) => lesson !== null),
    ({ lesson }) => lesson ?? '',
  );
  return (
    <div className={`needs-script ${styles.sources}`}>
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
      {children}
    </div>
  );
}
