/**
 * Load over time: how many requests are in flight and in which state, and how much of the loop's time is taken.
 *
 * Counts are exact step functions of the position. Utilisation is a share of time and needs a window; windows
 * are equal in virtual time, whatever axis they are drawn on.
 */
import { COUNTED, countsAt, type StateCounts, stateCounts } from './density';
import { lastAtOrBefore } from './search';
import type { State, Timeline } from './timeline';
import { timeAtPosition } from './times';

/** The requests of a run by state, each from its arrival until it is done. Tasks that serve no request are not among them. */
export function requestsInFlight(timeline: Timeline): StateCounts {
  return stateCounts(timeline.groups.filter(({ request }) => request !== null).map(({ track }) => track));
}

/** How many requests are in flight at a position, and how many in each state; the states add up to the total. */
export function inFlightAt(
  counts: StateCounts,
  position: number,
): { readonly total: number; readonly states: Readonly<Record<State, number>> } {
  const states = countsAt(counts, position);
  return { total: COUNTED.reduce((sum, state) => sum + states[state], 0), states };
}

/** The first position at which the most requests are in flight, and how many that are; null without any. */
export function busiestMoment(
  counts: StateCounts,
): { readonly position: number; readonly total: number } | null {
  if (counts.peak === 0) return null;
  for (const position of counts.start) {
    const { total } = inFlightAt(counts, position);
    if (total === counts.peak) return { position, total };
  }
  return null;
}

/** Utilisation in windows of `length` microseconds; the last one may be shorter. Shares are from 0 to 1. */
export type Utilisation = {
  readonly length: number;
  /** Share of each window in which somebody held the loop. */
  readonly busy: Float64Array;
  /** Share of each window in which it was blocked: a part of the busy share. */
  readonly blocked: Float64Array;
};

/** A plot has no more windows than this. */
const MOST_WINDOWS = 60;
const STEPS = [1, 2, 5, 10];

/** A round length, 1, 2 or 5 times a power of ten, that gives a run at most 60 windows. In microseconds. */
export function windowLength(wall: number): number {
  const smallest = Math.max(wall / MOST_WINDOWS, 1);
  const power = 10 ** Math.floor(Math.log10(smallest));
  return (STEPS.find((factor) => factor * power >= smallest) ?? 10) * power;
}

/** How much of the serving loop's time was taken; null where no loop ever ran. */
export function loopUtilisation(timeline: Timeline, length?: number): Utilisation | null {
  const { loop, times, end, holds } = timeline;
  if (loop === null) return null;
  const wall = times[end] ?? 0;
  const window = length ?? windowLength(wall);
  const count = Math.ceil(wall / window);
  const busy = new Float64Array(count);
  const blocked = new Float64Array(count);
  const add = (into: Float64Array, from: number, to: number) => {
    for (let index = Math.floor(from / window); index < count && index * window < to; index += 1) {
      const start = index * window;
      const width = Math.min(start + window, wall) - start;
      const overlap = Math.min(to, start + width) - Math.max(from, start);
      if (overlap > 0) into[index] = (into[index] ?? 0) + overlap / width;
    }
  };
  loop.begin.forEach((begin, turn) => {
    add(busy, timeAtPosition(times, begin), timeAtPosition(times, loop.end[turn] ?? begin));
  });
  for (const hold of holds) {
    if (hold.loop.id === loop.thread.id) add(blocked, times[hold.begin] ?? 0, times[hold.end] ?? 0);
  }
  return { length: window, busy, blocked };
}

/** One row for each window, which says in figures what the plot draws. */
export type LoadRow = {
  /** Microseconds. */
  readonly from: number;
  readonly to: number;
  readonly busy: number;
  readonly blocked: number;
  /** The most requests in flight at once within it. */
  readonly most: number;
};

/** The plot as a table. */
export function loadRows(
  timeline: Timeline,
  counts: StateCounts,
  utilisation: Utilisation,
): readonly LoadRow[] {
  const wall = timeline.times[timeline.end] ?? 0;
  const totals = Array.from(counts.start, (position) => ({
    time: timeAtPosition(timeline.times, position),
    total: inFlightAt(counts, position).total,
  }));
  const changes = Float64Array.from(totals, ({ time }) => time);
  return Array.from(utilisation.busy, (busy, index) => {
    const from = index * utilisation.length;
    const to = Math.min(from + utilisation.length, wall);
    let most = 0;
    // From the count that holds when the window opens to the last change before it closes.
    for (let at = Math.max(lastAtOrBefore(changes, from), 0); at < totals.length; at += 1) {
      const change = totals[at];
      if (change === undefined || change.time >= to) break;
      most = Math.max(most, change.total);
    }
    return { from, to, busy, blocked: utilisation.blocked[index] ?? 0, most };
  });
}
