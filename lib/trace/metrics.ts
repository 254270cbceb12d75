/** The totals a developer would quote for a run. All times in microseconds. */
import type { RequestRow } from './schema';
import type { State, Timeline } from './timeline';
import { STATES } from './timeline';
import { timeAtPosition } from './times';
import { timeIn } from './tracks';

export type RequestMetrics = {
  readonly request: string | null;
  /** From arrival to the last byte of its response, as the client measures it; null where that never came. */
  readonly latency: number | null;
  /** From arrival until Django was done with it, and with all that outlives the response. */
  readonly life: number;
  /** Crossings to a thread and to the loop, Django's own not counted. */
  readonly hops: number;
  /** The parts of its life. */
  readonly time: Readonly<Record<State, number>>;
};

export type Metrics = {
  readonly wall: number;
  readonly loopBusy: number;
  readonly loopIdle: number;
  readonly blocked: number;
  readonly longestHold: number;
  /** Median and 95th percentile of the requests' latencies, by nearest rank; null where none was answered. */
  readonly p50: number | null;
  readonly p95: number | null;
  readonly hops: {
    readonly toThread: number;
    readonly toLoop: number;
    /** Django's own, counted apart. */
    readonly internal: number;
  };
  /** Time that requests spent ready, or waiting for a thread. */
  readonly waitedForLoop: number;
  readonly waitedForThread: number;
  readonly requests: readonly RequestMetrics[];
};

export function metrics(timeline: Timeline): Metrics {
  const { times, groups, hops, loop, holds } = timeline;
  const wall = times[timeline.end] ?? 0;
  const loopBusy = loop ? loop.begin.reduce((sum, begin, i) => sum + span(times, begin, loop.end[i]), 0) : 0;
  const own = holds.filter((hold) => hold.loop.id === loop?.thread.id);
  const hopsOf = Map.groupBy(
    hops.filter((hop) => !hop.internal),
    (hop) => hop.request,
  );
  const requests = groups.map((group) => ({
    request: group.request?.id ?? null,
    latency: latencyOf(group.request),
    hops: hopsOf.get(group.request?.id ?? null)?.length ?? 0,
    life: span(times, group.track.start[0] ?? group.track.end, group.track.end),
    time: timeByState(timeline, group.index),
  }));
  const latencies = requests.map(({ latency }) => latency).filter((latency) => latency !== null);
  const total = (state: State) => requests.reduce((sum, { time }) => sum + time[state], 0);
  const crossings = (direction: string) =>
    hops.filter((hop) => hop.direction === direction && !hop.internal).length;
  return {
    wall,
    loopBusy,
    loopIdle: wall - loopBusy,
    blocked: own.reduce((sum, hold) => sum + hold.duration, 0),
    longestHold: Math.max(0, ...own.map((hold) => hold.duration)),
    p50: percentile(latencies, 0.5),
    p95: percentile(latencies, 0.95),
    hops: {
      toThread: crossings('to-thread'),
      toLoop: crossings('to-loop'),
      internal: hops.filter((hop) => hop.internal).length,
    },
    waitedForLoop: total('ready'),
    waitedForThread: total('queued'),
    requests,
  };
}

function latencyOf(request: RequestRow | null): number | null {
  return request === null || request.responseEnd === null ? null : request.responseEnd - request.arrival;
}

function span(times: Float64Array, from: number, to: number | undefined): number {
  return timeAtPosition(times, to ?? from) - timeAtPosition(times, from);
}

function timeByState(timeline: Timeline, index: number): Record<State, number> {
  const track = timeline.groups[index]?.track;
  const entries = STATES.map((state) => [state, track ? timeIn(track, state, timeline.times) : 0] as const);
  // Every state is among the entries.
  return Object.fromEntries(entries) as Record<State, number>;
}

/** The nearest-rank percentile: the smallest value that so large a share does not exceed; null of nothing. */
function percentile(values: readonly number[], share: number): number | null {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)] ?? null;
}
