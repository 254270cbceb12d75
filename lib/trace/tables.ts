/** Look-ups into a run's tables, made once for each run: a long one is asked thousands of times. */
import { once } from './once';
import type { LayerRow, ThreadRow, Trace, TraceEvent } from './schema';
import type { Hop, RequestGroup, Timeline } from './timeline';

const threads = once((trace: Trace) => new Map(trace.threads.map((thread) => [thread.id, thread])));
const layers = once((trace: Trace) => new Map(trace.layers.map((layer) => [layer.id, layer])));
const byRequest = once((trace: Trace) => Map.groupBy(trace.events, (event) => event.request));
const groups = once(
  (timeline: Timeline) => new Map(timeline.groups.map((group) => [group.request?.id ?? null, group])),
);
const byTask = once((timeline: Timeline) => Map.groupBy(timeline.hops, (hop) => hop.task));

export function threadById(trace: Trace, id: number | null): ThreadRow | null {
  return id === null ? null : (threads(trace).get(id) ?? null);
}

export function layerById(trace: Trace, id: number | null): LayerRow | null {
  return id === null ? null : (layers(trace).get(id) ?? null);
}

/** Everything that happened to a request; null where the id is that of none. */
export function groupOfRequest(timeline: Timeline, request: string | null): RequestGroup | null {
  return request === null ? null : (groups(timeline).get(request) ?? null);
}

/** The events that belong to a request, in order. */
export function eventsOfRequest(trace: Trace, request: string): readonly TraceEvent[] {
  return byRequest(trace).get(request) ?? [];
}

/** The crossings that a task asked for, in order. */
export function hopsOfTask(timeline: Timeline, task: number): readonly Hop[] {
  return byTask(timeline).get(task) ?? [];
}
