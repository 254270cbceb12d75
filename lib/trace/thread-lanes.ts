/** What each worker thread did: its stays, where each waited in line, and where it only waited for the loop. */
import type { Trace } from './schema';
import type { Hop, Stay, ThreadLane } from './timeline';

/** Threads in which anything ran, in the order of the trace's table. Loops of the server are not among them. */
export function threadLanesOf(
  trace: Trace,
  hops: readonly Hop[],
  groupOf: ReadonlyMap<string | null, number>,
  loopThread: number | null,
): readonly ThreadLane[] {
  const end = trace.events.length;
  const group = (request: string | null) => groupOf.get(request) ?? -1;
  const lanes = new Map<number, Stay[]>();
  const add = (thread: number, stay: Stay) => {
    const stays = lanes.get(thread);
    if (stays) stays.push(stay);
    else lanes.set(thread, [stay]);
  };
  const toLoop = Map.groupBy(
    hops.filter((hop) => hop.direction === 'to-loop'),
    (hop) => hop.from,
  );
  const heldIn = (thread: number, stay: Worked) => heldDuring(stay, toLoop.get(thread) ?? [], end);
  for (const hop of hops) {
    if (hop.direction !== 'to-thread' || hop.thread === null || hop.start === null) continue;
    const stay = { queued: hop.submit, start: hop.start, end: hop.end ?? end };
    const held = heldIn(hop.thread, stay);
    add(hop.thread, { hop, group: group(hop.request), ...stay, held });
  }
  for (const stay of directStays(trace)) {
    const held = heldIn(stay.thread, stay);
    add(stay.thread, { ...stay, hop: null, group: group(stay.request), held });
  }
  return trace.threads
    .filter((thread) => thread.id !== loopThread && lanes.has(thread.id))
    .map((thread) => ({ thread, stays: lanes.get(thread.id) ?? [] }));
}

type Worked = { readonly start: number; readonly end: number };

/** Stretches in which a stay only waits for work that its thread asked the loop to do. */
function heldDuring({ start, end: last }: Worked, toLoop: readonly Hop[], end: number): Stay['held'] {
  return toLoop
    .filter(({ submit }) => submit >= start && submit < last)
    .map((hop) => ({ start: hop.submit, end: hop.back ?? hop.end ?? end }));
}

/** Under WSGI a server thread serves a request from start to end, without any hop. */
function directStays(trace: Trace) {
  const server = new Set(trace.threads.filter((thread) => thread.kind === 'wsgi').map((thread) => thread.id));
  const arrived = new Map<string, number>();
  const stays = new Map<
    string,
    { thread: number; request: string; queued: number; start: number; end: number }
  >();
  for (const event of trace.events) {
    if (event.request === null) continue;
    if (event.kind === 'request-arrive') {
      arrived.set(event.request, event.seq);
      continue;
    }
    const stay = stays.get(event.request);
    if (stay) {
      if (event.kind === 'request-end') stay.end = event.seq;
    } else if (server.has(event.thread)) {
      stays.set(event.request, {
        thread: event.thread,
        request: event.request,
        queued: arrived.get(event.request) ?? event.seq,
        start: event.seq,
        end: trace.events.length,
      });
    }
  }
  return [...stays.values()];
}

/** True while the stay works, and not only waits for the loop. */
export function worksAt(stay: Stay, moment: number): boolean {
  if (moment < stay.start || moment >= stay.end) return false;
  return !stay.held.some((held) => held.start <= moment && moment < held.end);
}
