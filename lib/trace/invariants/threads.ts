/** What must be true of threads and of the tasks on them. */
import { inWords as at } from '../contradictions';
import type { ThreadRow, Trace, TraceEvent } from '../schema';

/** Not done by what runs in a thread, though written in its name: the world outside goes on and makes others ready. */
const FROM_OUTSIDE: ReadonlySet<TraceEvent['kind']> = new Set([
  'clock-jump',
  'disconnect',
  'request-arrive',
  'task-create',
  'truncated',
  'wake',
]);

/** A turn ends for the task it was given to, and a task suspends only in its own turn. */
export function turnsBelongToTheirTask(trace: Trace): string[] {
  const broken: string[] = [];
  const holders = new Map<number, number | null>();
  for (const event of trace.events) {
    const holder = holders.get(event.thread);
    if (event.kind === 'turn-begin') {
      holders.set(event.thread, event.task);
    } else if (event.kind === 'turn-end') {
      if (holder !== undefined && holder !== event.task) broken.push(`${at(event)} ends the turn of another`);
      holders.delete(event.thread);
    } else if (event.kind === 'suspend' && holder !== event.task) {
      broken.push(`${at(event)} suspends a task outside its turn`);
    }
  }
  return broken;
}

/** A thread that sleeps, computes or waits for a lock does nothing else until it is released. */
export function heldThreadsRest(trace: Trace): string[] {
  const broken: string[] = [];
  const held = new Map<number, number>();
  for (const event of trace.events) {
    if (event.kind === 'block-end') held.delete(event.thread);
    else if (held.has(event.thread) && !FROM_OUTSIDE.has(event.kind)) {
      broken.push(`${at(event)} happens in a thread held since event ${held.get(event.thread)}`);
    }
    if (event.kind === 'block-begin') held.set(event.thread, event.seq);
  }
  return broken;
}

/** A task is made once, before anything else is told of it, and ends at most once. */
export function tasksAreMadeOnce(trace: Trace): string[] {
  const broken: string[] = [];
  const made = new Set<number>();
  const ended = new Set<number>();
  for (const event of trace.events) {
    if (event.task === null) continue;
    if (event.kind === 'task-create') {
      if (made.has(event.task)) broken.push(`${at(event)} makes task ${event.task} again`);
      made.add(event.task);
    } else if (!made.has(event.task)) {
      broken.push(`${at(event)} is of task ${event.task}, which is not made yet`);
    }
    if (event.kind !== 'task-end') continue;
    if (ended.has(event.task)) broken.push(`${at(event)} ends task ${event.task} again`);
    ended.add(event.task);
  }
  return broken;
}

type Fits = (thread: ThreadRow) => boolean;

/** Which threads there can be under each server. */
const THREADS_OF_SERVER: Readonly<Record<Trace['server'], readonly (readonly [Fits, words: string])[]>> = {
  asgi: [[({ kind }) => kind !== 'wsgi', 'a thread of a WSGI server']],
  async_client: [[({ kind }) => kind !== 'wsgi', 'a thread of a WSGI server']],
  script: [[({ kind }) => kind !== 'wsgi', 'a thread of a WSGI server']],
  wsgi: [[({ kind }) => kind !== 'loop', "a server's loop"]],
};

/** Kinds of threads say what they are: one main thread, at most one loop of the server, none under WSGI. */
export function threadsFitTheServer(trace: Trace): string[] {
  const broken = trace.threads.flatMap((thread) =>
    THREADS_OF_SERVER[trace.server]
      .filter(([fits]) => !fits(thread))
      .map(([, words]) => `thread ${thread.id} is ${words}, under ${trace.server}`),
  );
  for (const kind of ['main', 'loop'] as const) {
    const count = trace.threads.filter((thread) => thread.kind === kind).length;
    if (count > 1) broken.push(`there are ${count} threads of kind ${kind}`);
  }
  for (const { id, kind, request } of trace.threads) {
    const serves = kind === 'thread-sensitive' || kind === 'temporary-loop';
    if (request !== null && ['loop', 'main', 'pool', 'shared', 'wsgi'].includes(kind))
      broken.push(`thread ${id} of kind ${kind} belongs to request ${request}`);
    if (serves && request !== null && !trace.requests.some((row) => row.id === request))
      broken.push(`thread ${id} serves an unknown request: ${request}`);
  }
  return broken;
}
