/** Look-ups into a run's tables, made once for each run: a long one is asked thousands of times. */
import type { LayerRow, ThreadRow, Trace, TraceEvent } from './schema';
import type { Hop, Timeline } from './timeline';

/** A function that is worked out once for each key and remembered as long as the key lives. */
function once<Key extends object, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    const made = make(key);
    known.set(key, made);
    return made;
  };
}

const threads = once((trace: Trace) => new Map(trace.threads.map((thread) => [thread.id, thread])));
const layers = once((trace: Trace) => new Map(trace.layers.map((layer) => [layer.id, layer])));
const byRequest = once((trace: Trace) => Map.groupBy(trace.events, (event) => event.request));
const byTask = once((timeline: Timeline) => Map.groupBy(timeline.hops, (hop) => hop.task));

export function threadById(trace: Trace, id: number | null): ThreadRow | null {
  return id === null ? null : (threads(trace).get(id) ?? null);
}

export function layerById(trace: Trace, id: number | null): LayerRow | null {
  return id === null ? null : (layers(trace).get(id) ?? null);
}

/** The events that belong to a request, in order. */
export function eventsOfRequest(trace: Trace, request: string): readonly TraceEvent[] {
  return byRequest(trace).get(request) ?? [];
}

/** The crossings that a task asked for, in order. */
export function hopsOfTask(timeline: Timeline, task: number): readonly Hop[] {
  return byTask(timeline).get(task) ?? [];
}
