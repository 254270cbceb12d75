/** Reading a trace: the few look-ups and measurements that checks are made of. All times in microseconds. */
import { eventsOf } from '@/lib/trace/events';
import { frameOf, placeOf } from '@/lib/trace/places';
import type { LayerRow, RequestRow, ThreadRow, Trace, TraceEvent, TraceEventOf } from '@/lib/trace/schema';
import type { Place } from './check';

/** What a failed verdict needs to point at an event. */
export function at(trace: Trace, event: TraceEvent): { place: Place | null; event: number } {
  return { place: placeOf(trace, event), event: event.seq };
}

/** The learner's line that a frame of the trace stands for; null for the framework's. */
export function placeOfFrame(trace: Trace, id: number | null): Place | null {
  const frame = frameOf(trace, id);
  return frame?.origin === 'learner' ? { file: frame.file, line: frame.line } : null;
}

export function threadOf(trace: Trace, event: TraceEvent): ThreadRow | null {
  return trace.threads.find((thread) => thread.id === event.thread) ?? null;
}

/** The layers (or the view) of that short name; a name may stand in the stack more than once. */
export function layersNamed(trace: Trace, name: string): readonly LayerRow[] {
  return trace.layers.filter((layer) => layer.name === name);
}

export type LoggedLine = { readonly text: string; readonly event: TraceEventOf<'output'> };

/** What `log(...)` and `print(...)` wrote, line by line, in order. Django's own log is left out. */
export function loggedLines(trace: Trace): readonly LoggedLine[] {
  return eventsOf(trace, 'output')
    .filter((event) => event.stream === 'log' || event.stream === 'stdout')
    .flatMap((event) =>
      event.text
        .split('\n')
        .filter((text) => text !== '')
        .map((text) => ({ text, event })),
    );
}

/** One stretch for which a task or callback held the server's loop without giving it back. */
export type Hold = {
  readonly begin: TraceEventOf<'turn-begin'>;
  readonly end: number;
  readonly length: number;
  /** The longest thing inside it that kept the thread; null if it only computed. */
  readonly block: TraceEventOf<'block-begin'> | null;
};

/** Every turn of the server's loop, in order. */
export function holdsOfTheLoop(trace: Trace): readonly Hold[] {
  const loops = new Set(trace.threads.filter((thread) => thread.kind === 'loop').map((thread) => thread.id));
  const holds: Hold[] = [];
  let begin: TraceEventOf<'turn-begin'> | null = null;
  let blocks: { readonly event: TraceEventOf<'block-begin'>; length: number }[] = [];
  const close = (t: number) => {
    if (begin === null) return;
    const longest = blocks.reduce<(typeof blocks)[number] | null>(
      (best, block) => (best === null || block.length > best.length ? block : best),
      null,
    );
    holds.push({ begin, end: t, length: t - begin.t, block: longest?.event ?? null });
    begin = null;
    blocks = [];
  };
  for (const event of trace.events) {
    if (!loops.has(event.thread)) continue;
    if (event.kind === 'turn-begin') {
      close(event.t);
      begin = event;
    } else if (event.kind === 'turn-end') close(event.t);
    else if (event.kind === 'block-begin') blocks.push({ event, length: trace.duration - event.t });
    else if (event.kind === 'block-end') {
      const open = blocks.at(-1);
      if (open !== undefined) open.length = event.t - open.event.t;
    }
  }
  close(trace.duration);
  return holds;
}

/** The longest of them; null where the loop never ran. */
export function longestHold(trace: Trace): Hold | null {
  return holdsOfTheLoop(trace).reduce<Hold | null>(
    (best, hold) => (best === null || hold.length > best.length ? hold : best),
    null,
  );
}

/** From the first entry into a layer or the view to the last exit; null if none was entered. */
export type Stay = {
  readonly request: string;
  readonly enter: TraceEventOf<'layer-enter'>;
  readonly exit: number;
};

/** How long each request was inside the stack, in the order of the scenario. */
export function staysInTheStack(trace: Trace): readonly Stay[] {
  return trace.requests.flatMap((request) => {
    const enter = eventsOf(trace, 'layer-enter').find((event) => event.request === request.id);
    if (enter === undefined) return [];
    const exit = eventsOf(trace, 'layer-exit').findLast((event) => event.request === request.id);
    return [{ request: request.id, enter, exit: exit?.t ?? trace.duration }];
  });
}

/** Crossings that the stack asked for; Django's own (signals, close, error pages) are left out. */
export function crossings(trace: Trace, request: string): readonly TraceEventOf<'hop-submit'>[] {
  return eventsOf(trace, 'hop-submit').filter((event) => event.request === request && !event.internal);
}

/** The value of a response header, whatever its case; null when it was not sent. */
export function headerOf(request: RequestRow, name: string): string | null {
  const wanted = name.toLowerCase();
  return request.headers.find(([key]) => key.toLowerCase() === wanted)?.[1] ?? null;
}
