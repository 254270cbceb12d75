/**
 * What makes a trace unusable: events out of order, or names of things that it does not hold. Nothing is
 * derived for it, so that every run can be asked.
 */
import type { Trace, TraceEvent } from './schema';

/** Every contradiction as a sentence; empty for a trace that can be shown. */
export function contradictions(trace: Trace): string[] {
  return [...orderOfEvents(trace), ...references(trace), ...framesNamed(trace)];
}

/** 'event 12 (suspend)'. */
export const inWords = (event: TraceEvent) => `event ${event.seq} (${event.kind})`;

function orderOfEvents(trace: Trace): string[] {
  const broken: string[] = [];
  trace.events.forEach((event, index) => {
    if (event.seq !== index) broken.push(`${inWords(event)} stands at position ${index}`);
    const before = trace.events[index - 1];
    if (before && before.t > event.t) broken.push(`${inWords(event)} lies before the event ahead of it`);
    if (event.t > trace.duration) broken.push(`${inWords(event)} lies beyond the end of the run`);
    if (event.cause !== null && event.cause >= event.seq)
      broken.push(`${inWords(event)} has a cause in its future`);
  });
  return broken;
}

function references(trace: Trace): string[] {
  const tables = {
    request: new Set<string | number>(trace.requests.map((row) => row.id)),
    layer: new Set<string | number>(trace.layers.map((row) => row.id)),
    task: new Set<string | number>(trace.tasks.map((row) => row.id)),
    thread: new Set<string | number>(trace.threads.map((row) => row.id)),
    frame: new Set<string | number>(trace.frames.map((row) => row.id)),
  };
  const broken: string[] = [];
  for (const event of trace.events) {
    for (const key of ['request', 'layer', 'task', 'thread', 'frame'] as const) {
      const id = event[key];
      if (id !== null && !tables[key].has(id))
        broken.push(`${inWords(event)} names an unknown ${key}: ${id}`);
    }
  }
  return broken;
}

/** Stacks and executed lines name frames too. */
function framesNamed({ frames, stacks, threads, lines }: Trace): string[] {
  const broken: string[] = [];
  const known = new Set(frames.map(({ id }) => id));
  const knownThreads = new Set(threads.map(({ id }) => id));
  for (const stack of stacks) {
    if (!stack.frames.every((id) => known.has(id))) broken.push(`stack ${stack.id} names an unknown frame`);
  }
  if (lines.length % 3 !== 0) broken.push('the executed lines are no triples');
  for (let index = 0; index + 2 < lines.length; index += 3) {
    const [thread, frame] = [lines[index + 1] ?? -1, lines[index + 2] ?? -1];
    if (!knownThreads.has(thread) || !known.has(frame)) {
      broken.push(`executed line ${index / 3} names an unknown thread or frame`);
      break;
    }
  }
  return broken;
}
