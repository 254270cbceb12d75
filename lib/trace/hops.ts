/** Hops: crossings between the loop and a thread, put together from their four events. */
import type { Trace } from './schema';
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
      });
      continue;
    }
    if (event.kind !== 'hop-start' && event.kind !== 'hop-end' && event.kind !== 'hop-return') continue;
    const hop = open.get(event.hop);
    if (hop === undefined) continue;
    if (event.kind === 'hop-start') {
      hop.start = event.seq;
      hop.thread = event.thread;
    } else if (event.kind === 'hop-end') {
      hop.end = event.seq;
      hop.how = event.how;
    } else {
      hop.back = event.seq;
    }
  }
  return [...open.values()];
}
