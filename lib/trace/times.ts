/** Between virtual time and positions. `times` is that of a timeline: one entry per moment, then the end. */
import { lastAtOrBefore } from './search';

/** Virtual time at a position, in microseconds. */
export function timeAtPosition(times: Float64Array, position: number): number {
  const moment = Math.min(Math.floor(position), times.length - 1);
  const from = times[moment] ?? 0;
  const to = times[moment + 1] ?? from;
  // Positions are fractions: rounding to nanoseconds gives whole microseconds back exactly.
  return Math.round((from + (position - moment) * (to - from)) * 1000) / 1000;
}

/** The position at a virtual time: after everything that had happened by then. */
export function positionOfTime(times: Float64Array, microseconds: number): number {
  const moment = Math.max(lastAtOrBefore(times, microseconds), 0);
  const from = times[moment] ?? 0;
  const to = times[moment + 1];
  return to === undefined || to <= from ? moment : moment + (microseconds - from) / (to - from);
}
