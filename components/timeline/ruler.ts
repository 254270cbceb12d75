/** Where the ruler over the lanes says what time it is. */
import { positionAtValue, valueAt } from '@/lib/trace/axis';
import { fractionIn, lengthOf, type Scale } from '@/lib/trace/axis-window';
import { formatTick } from '@/lib/trace/duration';
import type { Timeline } from '@/lib/trace/timeline';
import { timeAtPosition } from '@/lib/trace/times';

/** `at` is a fraction of the window from 0 to 1. */
export type Tick = { readonly at: number; readonly label: string };

const STEPS = [1, 2, 5];
/** A shorter wait does not move the clock of the Steps axis visibly, in microseconds. */
const LEAST_WAIT = 1000;
/** So many gaps without a wait are long. */
const LONG = 2;
/** How exactly the time is named where nothing else is, in microseconds. */
const FINE = 10;

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

/** Names the times at which waits end, and where there are none for long, each millisecond that has room. */
function stepTicks(timeline: Timeline, scale: Scale, gap: number): readonly Tick[] {
  const { axis, window } = scale;
  const { times } = timeline;
  const ticks: Tick[] = window.start > 0 ? [] : [{ at: 0, label: formatTick(0, LEAST_WAIT) }];
  const begin = positionAtValue(axis, window.start);
  let last = { at: ticks[0]?.at ?? Number.NEGATIVE_INFINITY, time: timeAtPosition(times, begin) };
  for (let moment = Math.max(Math.floor(begin), 1); moment < timeline.end; moment += 1) {
    if (valueAt(axis, moment) > window.end) break;
    const time = times[moment] ?? 0;
    const at = fractionIn(scale, moment);
    const hasWaited = time - (times[moment - 1] ?? 0) >= LEAST_WAIT;
    const room = hasWaited ? gap : gap * LONG;
    if (at < 0 || at - last.at < room) continue;
    if (!hasWaited && Math.floor(time / LEAST_WAIT) === Math.floor(last.time / LEAST_WAIT)) continue;
    ticks.push({ at, label: formatTick(hasWaited ? time : time - (time % LEAST_WAIT), LEAST_WAIT) });
    last = { at, time };
  }
  if (ticks.length > 0 || lengthOf(window) === 0) return ticks;
  // In less than a millisecond: where one looks, at least.
  return [{ at: 0, label: formatTick(last.time, FINE) }];
}
