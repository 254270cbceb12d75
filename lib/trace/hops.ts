/** Hops: crossings between the loop and a thread, put together from their four events. */
import type { LayerRow, Trace } from './schema';
import type { Hop } from './timeline';

type Mutable<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

/** Every hop of a run, in the order in which they were asked for. */
export function hopsOf(trace: Trace): readonly Hop[] {
  const open = new Map<number, Mutable<Hop>>();
  for (const event of trace.events) {
    if (event.kind === 'hop-submit') {
      const { direction, what, internal, request, task } = event;
      open.set(event.hop, {
        id: event.hop,
        direction,
        what,
        internal,
        request,
        task,
        from: event.thread,
        thread: null,
        submit: event.seq,
        start: null,
        end: null,
        back: null,
        how: null,
        layer: null,
      });
      continue;
    }
    if (event.kind !== 'hop-start' && event.kind !== 'hop-end' && event.kind !== 'hop-return') continue;
    const hop = open.get(event.hop);
    if (hop === undefined) continue;
    if (event.kind === 'hop-start') {
      hop.start = event.seq;
      hop.thread = event.thread;
      hop.layer = layerInside(trace, event.seq);
    } else if (event.kind === 'hop-end') {
      hop.end = event.seq;
      hop.how = event.how;
    } else {
      hop.back = event.seq;
    }
  }
  return [...open.values()];
}

/** The layer that is entered by the thread that has just begun a crossing. */
function layerInside(trace: Trace, start: number): LayerRow | null {
  const begin = trace.events[start];
  for (let seq = start + 1; seq < trace.events.length; seq += 1) {
    const event = trace.events[seq];
    if (event === undefined || event.thread !== begin?.thread || event.request !== begin.request) continue;
    if (event.kind !== 'layer-enter') return null;
    return trace.layers.find((layer) => layer.id === event.layer) ?? null;
  }
  return null;
}

/** For each suspension on a thread, the crossing that it waits for: the last one its task asked for. */
export function hopsOfSuspends(trace: Trace, hops: readonly Hop[]): ReadonlyMap<number, Hop> {
  const byId = new Map(hops.map((hop) => [hop.id, hop]));
  const latest = new Map<number, Hop>();
  const found = new Map<number, Hop>();
  for (const event of trace.events) {
    if (event.task === null) continue;
    if (event.kind === 'hop-submit') {
      const hop = byId.get(event.hop);
      if (hop) latest.set(event.task, hop);
    } else if (event.kind === 'suspend' && event.on === 'thread') {
      const hop = latest.get(event.task);
      if (hop) found.set(event.seq, hop);
    }
  }
  return found;
}
