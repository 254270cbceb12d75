'use client';
/** Where a trace can come from: a file of the reader's, the sample, the recorded runs of the lessons. */
import { useId, useRef } from 'react';

export type RecordedSource = {
  /** 'unit/example' */
  readonly id: string;
  readonly title: string;
  /** The lesson it belongs to; null for a sample. */
  readonly lesson: string | null;
  readonly recording: string;
};

const BUTTON = 'inline-flex min-h-11 items-center rounded-card border px-4 font-semibold';

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
    <div
      className={`needs-script flex flex-wrap items-center gap-x-4 gap-y-3 ${
        compact ? '' : 'rounded-card border-2 border-dashed border-line-strong px-6 py-8'
      }`}
    >
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
        className={`${BUTTON} border-accent bg-accent text-accent-ink hover:opacity-90`}
        onClick={() => file.current?.click()}
      >
        Choose a file…
      </button>
      {samples.map((run) => (
        <button
          key={run.id}
          type="button"
          className={`${BUTTON} border-accent text-accent hover:bg-accent-wash`}
          onClick={() => onRun(run)}
        >
          Open the sample
        </button>
      ))}
      <label htmlFor={list} className="sr-only">
        A recorded run of a lesson
      </label>
      <select
        id={list}
        value=""
        className="h-11 min-w-0 max-w-full rounded-card border border-line-strong bg-raised px-3"
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
        <p className="basis-full text-sm text-ink-soft">
          Or drop a file here. It is read in this page and sent nowhere.
        </p>
      )}
    </div>
  );
}
