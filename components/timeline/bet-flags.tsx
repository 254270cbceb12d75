'use client';
/** Bets about a time: a flag on the figure, and its words beside what stands at the playhead. */
import { InlineCode } from '@/components/ui/inline-code';
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import { formatDuration } from '@/lib/trace/duration';
import { positionOfTime } from '@/lib/trace/times';
import { useBets } from './bets';
import styles from './bets.module.css';
import { seek } from './controls';
import { percent } from './placing';
import type { Run } from './run';
import type { ViewStore } from './view-store';

/** Drawn over the lanes, placed like their marks. */
export function BetFlags({ run: { timeline }, scale }: { readonly run: Run; readonly scale: Scale }) {
  const bets = useBets(timeline.trace.scenario.id);
  return bets.map(({ asked, at }) => {
    if (at === null || at > timeline.trace.duration) return null;
    const left = percent(fractionIn(scale, positionOfTime(timeline.times, at)));
    return (
      <span key={asked} className={styles.flag} style={{ left }} aria-hidden="true">
        <span className={styles.cloth}>your bet</span>
      </span>
    );
  });
}

/** What was bet on this run; where it is about a time, with the way there. */
export function BetNotes({ store, run }: { readonly store: ViewStore; readonly run: Run }) {
  const { trace, times } = run.timeline;
  const bets = useBets(trace.scenario.id);
  if (bets.length === 0) return null;
  return (
    <ul aria-label="Your bets" className="grid gap-1.5">
      {bets.map(({ asked, words, at }) => (
        <li
          key={asked}
          className="flex flex-wrap items-baseline gap-x-3 border-l-4 border-dashed border-accent pl-3 text-sm"
        >
          <span className="min-w-0 flex-1 basis-56">
            <span className="font-semibold text-ink">
              Your bet: <InlineCode text={words} />
            </span>{' '}
            <span className="text-ink-soft">
              <InlineCode text={asked} />
            </span>
          </span>
          {at !== null && at <= trace.duration && (
            <button
              type="button"
              className="min-h-6 text-accent underline underline-offset-2"
              onClick={() => seek(store, positionOfTime(times, at))}
            >
              Show {formatDuration(at)}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
