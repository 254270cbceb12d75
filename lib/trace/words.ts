/** The words a learner meets: one name per thing, used by the picture, the story and the spoken values alike. */
import type { LayerRow, SuspendedOn, ThreadRow } from './schema';
import type { Place, RequestGroup, State } from './timeline';

export const STATE_WORDS: Readonly<Record<State, string>> = {
  running: 'running on the loop',
  ready: 'ready, waiting for the loop',
  suspended: 'suspended at an await',
  queued: 'waiting for a thread',
  'in-thread': 'running in a thread',
  blocking: 'blocking the loop',
  ended: 'ended',
};

export const WAITS_FOR: Readonly<Record<SuspendedOn, string>> = {
  timer: 'a timer',
  io: 'the network',
  future: 'a result',
  lock: 'a lock',
  task: 'another task',
  thread: 'a thread',
  turn: 'its next turn',
};

/** 'request A', or what stands in its place for tasks that serve none. */
export function requestName(group: RequestGroup | undefined): string {
  return group?.request ? `request ${group.request.id}` : 'the program';
}

export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** 'line 14 of audit.py'. */
export function placeWords(place: Place): string {
  return `line ${place.line} of ${place.file}`;
}

/** 'RequestTimer', or 'the view'. */
export function layerWords(layer: LayerRow): string {
  return layer.kind === 'view' ? 'the view' : layer.name;
}

const THREAD_WORDS: Readonly<Record<ThreadRow['kind'], string>> = {
  main: 'main thread',
  loop: 'event loop',
  'thread-sensitive': "request's thread",
  pool: 'pool thread',
  shared: 'shared thread',
  wsgi: 'server thread',
  'temporary-loop': 'temporary loop',
  other: 'thread',
};

/** 'thread w1', with its request where it serves but one; the loop's own is 'the loop'. */
export function threadName(thread: ThreadRow | undefined): string {
  if (thread === undefined) return 'a thread';
  if (thread.kind === 'loop') return 'the loop';
  return `thread ${thread.name}${thread.request === null ? '' : ` of request ${thread.request}`}`;
}

/** What a thread is for: "request's thread", 'pool thread'. */
export function threadRole(thread: ThreadRow): string {
  return THREAD_WORDS[thread.kind];
}
