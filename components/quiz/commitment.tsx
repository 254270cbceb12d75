'use client';
/** The two things asked before an answer is shown: how sure the reader is, and to commit. */
import { useId, useState } from 'react';

export function Commitment({
  canCommit,
  onCommit,
}: {
  /** Whether an option is chosen. */
  readonly canCommit: boolean;
  readonly onCommit: (sure: boolean) => void;
}) {
  const group = useId();
  const [sure, setSure] = useState<boolean | null>(null);
  const [asked, setAsked] = useState(false);
  const missing = canCommit ? 'Say how sure you are first.' : 'Choose an answer first.';
  const complete = canCommit && sure !== null;

  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <fieldset className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend className="float-left mr-4 text-sm text-ink-soft max-sm:w-full">How sure are you?</legend>
        {[true, false].map((value) => (
          <label key={String(value)} className="flex min-h-6 items-center gap-1.5 text-sm">
            <input
              type="radio"
              name={group}
              checked={sure === value}
              onChange={() => setSure(value)}
              className="size-4 accent-accent"
            />
            {value ? 'Sure' : 'Not sure'}
          </label>
        ))}
      </fieldset>
      <div className="flex items-center gap-3">
        <button
          type="button"
          onClick={() => (complete ? onCommit(sure) : setAsked(true))}
          className="h-10 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
        >
          Commit
        </button>
        <p role="status" className="text-sm text-warning">
          {asked && !complete && missing}
        </p>
      </div>
    </div>
  );
}
