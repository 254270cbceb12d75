/** Where the ruler over the lanes says what time it is. */
import { type Axis, fractionAt } from '@/lib/trace/axis';
import { formatDuration } from '@/lib/trace/duration';
import type { Timeline } from '@/lib/trace/timeline';

/** `at` is a fraction of the axis from 0 to 1. */
export type Tick = { readonly at: number; readonly label: string };

const STEPS = [1, 2, 5];

/** Ticks no closer than `gap` (a fraction of the axis). Steps are labelled where time has passed. */
export function ticksOf(timeline: Timeline, axis: Axis, gap: number): readonly Tick[] {
  return axis.kind === 'time' ? timeTicks(axis, gap) : stepTicks(timeline, axis, gap);
}

function timeTicks(axis: Axis, gap: number): readonly Tick[] {
  if (axis.length === 0) return [];
  const smallest = axis.length * gap;
  const power = 10 ** Math.floor(Math.log10(Math.max(smallest, 1)));
  const step = (STEPS.find((factor) => factor * power >= smallest) ?? 10) * power;
  const ticks: Tick[] = [];
  for (let time = 0; time <= axis.length; time += step) {
    ticks.push({ at: time / axis.length, label: formatDuration(time) });
  }
  return ticks;
}

/** A wait of a millisecond or more moves the clock visibly: name the time at which it ends. */
function stepTicks(timeline: Timeline, axis: Axis, gap: number): readonly Tick[] {
  const ticks: Tick[] = [{ at: 0, label: formatDuration(0) }];
  for (let moment = 1; moment < timeline.end; moment += 1) {
    const time = timeline.times[moment] ?? 0;
    if (time - (timeline.times[moment - 1] ?? 0) < 1000) continue;
    const at = fractionAt(axis, moment);
    if (at - (ticks.at(-1)?.at ?? 0) >= gap) ticks.push({ at, label: formatDuration(time) });
  }
  return ticks;
}
