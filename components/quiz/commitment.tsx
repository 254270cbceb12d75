'use client';
/** The two things asked before an answer is shown: how sure the reader is, and to commit. */
import { useId, useRef, useState } from 'react';

/** What the two radio buttons stand for. */
const SURE = 'sure';

export function Commitment({
  canCommit,
  onCommit,
}: {
  /** Whether an option is chosen. */
  readonly canCommit: () => boolean;
  readonly onCommit: (sure: boolean) => void;
}) {
  const group = useId();
  const fields = useRef<HTMLFieldSetElement>(null);
  const [asked, setAsked] = useState(false);
  const [said, setSaid] = useState(false);
  const missing = !canCommit() ? 'Choose an answer first.' : said ? '' : 'Say how sure you are first.';

  const press = () => {
    // Read from the page itself: it may have been said before this code was there.
    const sure = fields.current?.querySelector<HTMLInputElement>('input:checked')?.value;
    setSaid(sure !== undefined);
    if (canCommit() && sure !== undefined) onCommit(sure === SURE);
    else setAsked(true);
  };

  return (
    <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
      <fieldset ref={fields} className="flex flex-wrap items-center gap-x-4 gap-y-1">
        <legend className="float-left mr-4 text-sm text-ink-soft max-sm:w-full">How sure are you?</legend>
        {[SURE, 'unsure'].map((value) => (
          <label key={value} className="flex min-h-6 items-center gap-1.5 text-sm">
            <input
              type="radio"
              name={group}
              value={value}
              onChange={() => setSaid(true)}
              className="size-4 accent-accent"
            />
            {value === SURE ? 'Sure' : 'Not sure'}
          </label>
        ))}
      </fieldset>
      <div className="flex items-center gap-3">
        <button
          type="button"
          onClick={press}
          className="h-10 rounded-card bg-accent px-5 font-medium text-accent-ink hover:brightness-110"
        >
          Commit
        </button>
        <p role="status" className="text-sm text-warning">
          {asked && missing}
        </p>
      </div>
    </div>
  );
}
