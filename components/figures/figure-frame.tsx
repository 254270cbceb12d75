/** How every figure is laid out: picture, what it says now, controls, every step in words. */
import type { ReactNode } from 'react';
import { formatDuration } from '@/lib/trace/duration';
import styles from './figure-frame.module.css';

export function FigureFrame({
  picture,
  step,
  state = 'still',
  aside,
  controls,
  steps,
}: {
  readonly picture: ReactNode;
  /** The one that is shown. */
  readonly step: StepRow;
  /** Still until the reader moves the playhead. What is said is announced at each step, and not while it plays. */
  readonly state?: FigureState;
  readonly aside: ReactNode;
  /** Left out, there is only the room for them: nothing moves when the figure comes alive. */
  readonly controls?: ReactNode;
  readonly steps: ReactNode;
}) {
  return (
    <>
      <div className={styles.frame}>
        <div role="status" aria-live={state === 'stepped' ? 'polite' : 'off'} className={styles.said}>
          <p className="tabular mb-1 text-sm text-ink-faint">
            {state === 'still' ? 'One scene of the run, from' : 'From'} {formatDuration(step.time)} on
          </p>
          <p className="text-lg leading-snug font-medium">{step.said}</p>
          {step.meaning !== undefined && <p className="mt-1 text-ink-soft">{step.meaning}</p>}
        </div>
        <div className={styles.picture}>{picture}</div>
        <div className={styles.aside}>{aside}</div>
      </div>
      {controls === undefined ? (
        // Only the room: an empty bar over the picture would be a riddle.
        <div className="needs-script h-24 @3xl:h-14" aria-hidden="true" />
      ) : (
        <div className={styles.controls}>{controls}</div>
      )}
      {steps}
    </>
  );
}

export type FigureState = 'still' | 'stepped' | 'playing';

export type StepRow = {
  readonly position: number;
  /** Microseconds. */
  readonly time: number;
  readonly said: string;
  /** The same in other words, where the figure speaks in a picture. */
  readonly meaning?: string;
};

/** The whole run as sentences. `onSeek` makes a way to each of them. */
export function StepList({
  steps,
  current = -1,
  onSeek,
}: {
  readonly steps: readonly StepRow[];
  readonly current?: number;
  readonly onSeek?: (position: number) => void;
}) {
  return (
    <details className="rounded-card border border-line print:not-open:hidden">
      <summary className="rounded-card px-4 py-2.5 text-sm font-medium text-ink-soft hover:text-accent">
        Every step in words
      </summary>
      <ol className="grid gap-2 border-t border-line px-4 py-3 text-sm">
        {steps.map(({ position, time, said, meaning }, index) => (
          <li key={position} className="flex gap-3" aria-current={index === current ? 'step' : undefined}>
            <span
              className={`tabular w-16 flex-none text-right ${index === current ? 'font-semibold text-accent' : 'text-ink-faint'}`}
            >
              {formatDuration(time)}
            </span>
            <span>
              {onSeek ? (
                <button
                  type="button"
                  className="min-h-6 text-left underline decoration-line-strong underline-offset-2 hover:text-accent"
                  onClick={() => onSeek(position)}
                >
                  {said}
                </button>
              ) : (
                said
              )}{' '}
              {meaning !== undefined && <span className="text-ink-soft">{meaning}</span>}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
