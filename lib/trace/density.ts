/** How many are in which state over time: what is left to see where there is no room for each of them. */
import { valueAt } from './axis';
import { lengthOf, type Scale } from './axis-window';
import { lastAtOrBefore } from './search';
import { STATES, type State, type StateTrack, type Timeline } from './timeline';
import { tileEnd } from './tracks';

/** The states that are counted, from the bottom of a pile to its top. */
export const COUNTED: readonly State[] = STATES.filter((state) => state !== 'ended');
const KINDS = COUNTED.length;

/** From position `start[i]` on, `counts[i * COUNTED.length + s]` owners are in state `COUNTED[s]`. */
export type StateCounts = {
  readonly start: Float64Array;
  readonly counts: Uint32Array;
  readonly peak: number;
};

/** Counts the states of some tracks. */
export function stateCounts(tracks: readonly StateTrack[]): StateCounts {
  const changes: { position: number; kind: number; by: number }[] = [];
  for (const track of tracks) {
    track.state.forEach((state, tile) => {
      const kind = COUNTED.indexOf(state);
      if (kind < 0) return;
      changes.push({ position: track.start[tile] ?? 0, kind, by: 1 });
      changes.push({ position: tileEnd(track, tile), kind, by: -1 });
    });
  }
  changes.sort((one, other) => one.position - other.position);
  const starts: number[] = [];
  const counts: number[] = [];
  const now = new Array<number>(KINDS).fill(0);
  let peak = 0;
  changes.forEach(({ position, kind, by }, index) => {
    now[kind] = (now[kind] ?? 0) + by;
    if (changes[index + 1]?.position === position) return;
    starts.push(position);
    counts.push(...now);
    peak = Math.max(
      peak,
      now.reduce((sum, count) => sum + count, 0),
    );
  });
  return { start: Float64Array.from(starts), counts: Uint32Array.from(counts), peak };
}

/** The counts of several requests of a run. */
export function groupCounts(timeline: Timeline, groups: readonly number[]): StateCounts {
  return stateCounts(groups.flatMap((group) => timeline.groups[group]?.track ?? []));
}

/**
 * Mean counts in equal parts of a window: entry `bin * COUNTED.length + s` for state `COUNTED[s]`. Means, so
 * that a picture of them covers as much as the states took, however coarse it is.
 */
export function densityOf(
  counts: StateCounts,
  { axis, window }: Scale,
  bins: number,
): Float64Array<ArrayBuffer> {
  const density = new Float64Array(bins * KINDS);
  const width = lengthOf(window) / bins;
  if (width <= 0) return density;
  const first = Math.max(lastAtOrBefore(counts.start, firstPositionAt(axis.at, window.start)), 0);
  for (let index = first; index < counts.start.length; index += 1) {
    const from = Math.max(valueAt(axis, counts.start[index] ?? 0), window.start);
    if (from >= window.end) break;
    const next = counts.start[index + 1];
    const to = Math.min(next === undefined ? axis.length : valueAt(axis, next), window.end);
    if (to <= from) continue;
    const firstBin = Math.floor((from - window.start) / width);
    const lastBin = Math.min(Math.ceil((to - window.start) / width), bins);
    for (let bin = firstBin; bin < lastBin; bin += 1) {
      const begin = window.start + bin * width;
      const share = (Math.min(to, begin + width) - Math.max(from, begin)) / width;
      for (let kind = 0; kind < KINDS; kind += 1) {
        const at = bin * KINDS + kind;
        density[at] = (density[at] ?? 0) + share * (counts.counts[index * KINDS + kind] ?? 0);
      }
    }
  }
  return density;
}

/** A moment that lies before everything from `value` on, even where many moments share one value. */
function firstPositionAt(at: Float64Array, value: number): number {
  return Math.max(lastAtOrBefore(at, value - Number.EPSILON * Math.max(value, 1)), 0);
}

/** The counts at a position, by state. */
export function countsAt(counts: StateCounts, position: number): Readonly<Record<State, number>> {
  const index = lastAtOrBefore(counts.start, position);
  const entries = COUNTED.map((state, kind) => [
    state,
    index < 0 ? 0 : (counts.counts[index * KINDS + kind] ?? 0),
  ]);
  return { ...Object.fromEntries(entries), ended: 0 };
}
