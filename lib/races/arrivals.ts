/** In which order the requests of a run came: what a reader can see of an order. */
import { eventsOf } from '@/lib/trace/events';
import type { Trace } from '@/lib/trace/schema';

/** 'B, A, C' */
export function arrivals(trace: Trace): string {
  return eventsOf(trace, 'request-arrive')
    .map(({ request }) => request)
    .join(', ');
}

/** What another order is, as far as it can be said in a sentence. */
export function orderWords(usual: Trace, other: Trace, order: number): string {
  return arrivals(usual) === arrivals(other)
    ? `In both orders the requests come as ${arrivals(usual)}. In order ${order}, other timers or threads that were due together go first.`
    : `In the usual order the requests come as ${arrivals(usual)}, in order ${order} as ${arrivals(other)}.`;
}
