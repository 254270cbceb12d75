/** What the kitchen says beside its picture: the scene in a sentence, its parts, and every step in words. */
import type { ReactNode } from 'react';
import { formatDuration } from '@/lib/trace/duration';
import type { Scene } from '@/lib/trace/kitchen';
import { partsOf } from '@/lib/trace/kitchen-words';
import { timeAtPosition } from '@/lib/trace/times';
import type { KitchenRun } from './kitchen-model';

/** Each part of the picture with what it stands for in Django, and what it does now. */
export function KitchenParts({ scene }: { readonly scene: Scene }) {
  return (
    <dl className="grid gap-x-6 gap-y-2 text-sm @xl:grid-cols-2 @4xl:grid-cols-1">
      {partsOf(scene).map(({ name, meaning, now }) => (
        <div key={name}>
          <dt className="inline font-semibold">{name}</dt>{' '}
          <dd className="inline text-ink-soft">
            = {meaning}. <span className="text-ink">Now: {now}.</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** The whole run as sentences. `onSeek` makes a way to each of them. */
export function KitchenSteps({
  run,
  current = -1,
  onSeek,
}: {
  readonly run: KitchenRun;
  readonly current?: number;
  readonly onSeek?: (position: number) => void;
}) {
  return (
    <details className="rounded-card border border-line">
      <summary className="rounded-card px-4 py-2.5 text-sm font-medium text-ink-soft hover:text-accent">
        Every step in words
      </summary>
      <ol className="grid gap-2 border-t border-line px-4 py-3 text-sm">
        {run.words.map(({ kitchen, run: meaning }, index) => {
          const position = run.scenes[index]?.position ?? 0;
          return (
            <Step
              key={position}
              time={timeAtPosition(run.timeline.times, position)}
              current={index === current}
            >
              {onSeek ? (
                <button
                  type="button"
                  className="min-h-6 text-left underline decoration-line-strong underline-offset-2 hover:text-accent"
                  onClick={() => onSeek(position)}
                >
                  {kitchen}
                </button>
              ) : (
                kitchen
              )}{' '}
              <span className="text-ink-soft">{meaning}</span>
            </Step>
          );
        })}
      </ol>
    </details>
  );
}

function Step({
  time,
  current,
  children,
}: {
  readonly time: number;
  readonly current: boolean;
  readonly children: ReactNode;
}) {
  return (
    <li className="flex gap-3" aria-current={current ? 'step' : undefined}>
      <span
        className={`tabular w-16 flex-none text-right ${current ? 'font-semibold text-accent' : 'text-ink-faint'}`}
      >
        {formatDuration(time)}
      </span>
      <span>{children}</span>
    </li>
  );
}
