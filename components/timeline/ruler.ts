/** Where the ruler over the lanes says what time it is. */
import { positionAtValue, valueAt } from '@/lib/trace/axis';
import { fractionIn, lengthOf, type Scale } from '@/lib/trace/axis-window';
import { formatTick } from '@/lib/trace/duration';
import type { Timeline } from '@/lib/trace/timeline';

/** `at` is a fraction of the window from 0 to 1. */
export type Tick = { readonly at: number; readonly label: string };

const STEPS = [1, 2, 5];
/** A shorter wait does not move the clock of the Steps axis visibly, in microseconds. */
const LEAST_WAIT = 1000;

/** Ticks no closer than `gap` (a fraction of the window). Steps are labelled where time has passed. */
export function ticksOf(timeline: Timeline, scale: Scale, gap: number): readonly Tick[] {
  return scale.axis.kind === 'time' ? timeTicks(scale, gap) : stepTicks(timeline, scale, gap);
}

function timeTicks({ window }: Scale, gap: number): readonly Tick[] {
  const length = lengthOf(window);
  if (length === 0) return [];
  const smallest = length * gap;
  const power = 10 ** Math.floor(Math.log10(Math.max(smallest, 1)));
  const step = (STEPS.find((factor) => factor * power >= smallest) ?? 10) * power;
  const ticks: Tick[] = [];
  for (let time = Math.ceil(window.start / step) * step; time <= window.end; time += step) {
    ticks.push({ at: (time - window.start) / length, label: formatTick(time, step) });
  }
  return ticks;
}

/** Names the times at which waits end. */
function stepTicks(timeline: Timeline, scale: Scale, gap: number): readonly Tick[] {
  const { axis, window } = scale;
  const ticks: Tick[] = window.start > 0 ? [] : [{ at: 0, label: formatTick(0, LEAST_WAIT) }];
  const first = Math.max(Math.floor(positionAtValue(axis, window.start)), 1);
  for (let moment = first; moment < timeline.end; moment += 1) {
    if (valueAt(axis, moment) > window.end) break;
    const time = timeline.times[moment] ?? 0;
    if (time - (timeline.times[moment - 1] ?? 0) < LEAST_WAIT) continue;
    const at = fractionIn(scale, moment);
    if (at >= 0 && at - (ticks.at(-1)?.at ?? Number.NEGATIVE_INFINITY) >= gap) {
      ticks.push({ at, label: formatTick(time, LEAST_WAIT) });
    }
  }
  return ticks;
}
