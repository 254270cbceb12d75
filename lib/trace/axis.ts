/**
 * Two axes over one run. *Time* is to scale. *Steps* gives each thing that happens a width of its own and
 * lets a wait grow only with its order of magnitude, because modelled computation is tiny beside waits.
 */
import { headlinesOf } from './headlines';
import type { TraceEvent } from './schema';
import { lastAtOrBefore } from './search';
import type { Timeline } from './timeline';
import { positionOfTime, timeAtPosition } from './times';

export type AxisKind = 'steps' | 'time';

/** Where each moment lies, ascending from 0; the last entry is the end of the run and `length`. */
export type Axis = { readonly kind: AxisKind; readonly at: Float64Array; readonly length: number };

/** Width of the step that an event opens, in units of the Steps axis. */
const STEP_WIDTH: Partial<Record<TraceEvent['kind'], number>> = {
  'request-arrive': 0.4,
  'response-start': 0.5,
  'layer-enter': 1,
  'layer-exit': 1,
  'turn-begin': 0.5,
  'turn-end': 0.2,
  suspend: 0.3,
  'hop-start': 0.8,
  'hop-end': 0.5,
  'block-begin': 1,
  output: 0.3,
  exception: 0.5,
};
/** With the plumbing shown, every other event has at least this. */
const PLUMBING_WIDTH = 0.2;

/** Width of a wait of so many microseconds: nothing for a line of code, about 1 per millisecond's first digit. */
function waitWidth(microseconds: number): number {
  if (microseconds <= 0) return 0;
  const milliseconds = microseconds / 1000;
  return milliseconds < 1 ? 1.2 * milliseconds : 1.2 + 0.8 * Math.log10(milliseconds);
}

/** The axis of a run. On Steps, the plumbing has no width unless it is asked for. */
export function axisOf(timeline: Timeline, kind: AxisKind, plumbing = false): Axis {
  if (kind === 'time') {
    return { kind, at: timeline.times, length: timeline.times[timeline.end] ?? 0 };
  }
  const told = widthsTold(timeline);
  const at = new Float64Array(timeline.end + 1);
  for (const event of timeline.trace.events) {
    const own = STEP_WIDTH[event.kind] ?? 0;
    const step = plumbing ? Math.max(own, PLUMBING_WIDTH) : told(event) ? own : 0;
    const wait = (timeline.times[event.seq + 1] ?? 0) - event.t;
    at[event.seq + 1] = (at[event.seq] ?? 0) + step + waitWidth(wait);
  }
  return { kind, at, length: at[timeline.end] ?? 0 };
}

/** Which events open a step: headlines, and the ends of what a headline began. */
function widthsTold(timeline: Timeline): (event: TraceEvent) => boolean {
  const headlines = headlinesOf(timeline);
  const internal = new Set(timeline.hops.filter((hop) => hop.internal).map((hop) => hop.id));
  const turns = new Map<number, boolean>();
  return (event) => {
    if (event.kind === 'turn-begin') turns.set(event.thread, headlines[event.seq] === 1);
    if (event.kind === 'turn-end') return turns.get(event.thread) === true;
    if (event.kind === 'hop-end') return !internal.has(event.hop);
    return headlines[event.seq] === 1;
  };
}

/** Where a position lies on an axis, in the axis's own units. */
export function valueAt(axis: Axis, position: number): number {
  const moment = Math.floor(position);
  const from = axis.at[Math.min(moment, axis.at.length - 1)] ?? axis.length;
  const to = axis.at[moment + 1] ?? from;
  return from + (position - moment) * (to - from);
}

/** The position at a value of an axis: the last moment there, and how far it is on to the next one. */
export function positionAtValue(axis: Axis, value: number): number {
  const moment = Math.max(lastAtOrBefore(axis.at, value), 0);
  const from = axis.at[moment] ?? 0;
  const to = axis.at[moment + 1];
  return to === undefined || to <= from ? moment : moment + (value - from) / (to - from);
}

/** Where a position lies on an axis, as a fraction of its length from 0 to 1. */
export function fractionAt(axis: Axis, position: number): number {
  return axis.length === 0 ? 0 : valueAt(axis, position) / axis.length;
}

/** The position at a fraction of an axis. */
export function positionAt(axis: Axis, fraction: number): number {
  return positionAtValue(axis, Math.min(Math.max(fraction, 0), 1) * axis.length);
}

/** The moment of a position: the event that has happened last. */
export function momentAt(timeline: Timeline, position: number): number {
  return Math.min(Math.max(Math.floor(position), 0), Math.max(timeline.end - 1, 0));
}

/** Virtual time at a position, in microseconds. */
export function timeAt(timeline: Timeline, position: number): number {
  return timeAtPosition(timeline.times, position);
}

/** The position at a virtual time: after everything that had happened by then. */
export function positionAtTime(timeline: Timeline, microseconds: number): number {
  return positionOfTime(timeline.times, microseconds);
}

/** The latest position, not after the given one, at which anything changed: an event, or somebody due. */
export function changeAt(timeline: Timeline, position: number): number {
  const due = timeline.dues[lastAtOrBefore(timeline.dues, position)] ?? 0;
  return Math.max(momentAt(timeline, position), due);
}
