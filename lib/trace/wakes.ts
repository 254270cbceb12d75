/** Why a request goes on: the await at which it waited, what ended the wait, from when it could go on, when it did. */
import { placeOf } from './places';
import type { TraceEvent } from './schema';
import { groupOfRequest } from './tables';
import type { Place, State, StateTrack, Timeline } from './timeline';
import { tileAt } from './tracks';

/** One wait of a task. Its points are positions, ascending; what the run did not come to is null. */
export type Wait = {
  /** Index into `Timeline.groups`. */
  readonly group: number;
  /** Where it suspended; null for one that has only now begun, and never waited at an await. */
  readonly suspend: number | null;
  /** The event that ended the wait: null for a timer, which needs nobody. */
  readonly cause: TraceEvent | null;
  /** From when on it could go on. */
  readonly ready: number | null;
  /** Where the loop was handed to it again. */
  readonly resume: number | null;
  /** The await point, where it stands in the learner's code. */
  readonly place: Place | null;
  readonly why: Extract<TraceEvent, { kind: 'wake' }>['why'] | null;
};

const HOLDS: ReadonlySet<State | undefined> = new Set<State>(['running', 'blocking']);
const WAITS: ReadonlySet<State | undefined> = new Set<State>(['suspended', 'queued', 'in-thread']);

/**
 * The wait in which a request stands at a position, ready included; while it runs, the wait that ended last.
 * Null before it arrives and after it ends.
 */
export function waitAt(timeline: Timeline, group: number, position: number): Wait | null {
  const own = timeline.groups[group];
  if (own === undefined) return null;
  const task = own.task[tileAt(own.track, position)] ?? -1;
  // Between its arrival and its first task, a request has only a life of its own.
  const track = timeline.tasks.get(task)?.track ?? own.track;
  let tile = tileAt(track, position);
  while (HOLDS.has(track.state[tile])) tile -= 1;
  if (tile < 0) return null;
  if (track.state[tile] === 'ready' && WAITS.has(track.state[tile - 1])) tile -= 1;
  return waitOf(timeline, group, track, tile);
}

/** The wait that a tile of a track belongs to: one that waits, or the ready one with which a life begins. */
function waitOf(timeline: Timeline, group: number, { start, state, event }: StateTrack, tile: number): Wait {
  const waits = WAITS.has(state[tile]);
  let first = tile;
  while (WAITS.has(state[first - 1])) first -= 1;
  let last = waits ? tile : tile - 1;
  while (WAITS.has(state[last + 1])) last += 1;
  const { events } = timeline.trace;
  const ready = state[last + 1] === 'ready' ? last + 1 : null;
  const wake = ready === null ? undefined : events[event[ready] ?? -1];
  // Who waits for a thread is ready when the thread is done, and woken when the loop gets to it.
  const cause = wake?.kind === 'wake' ? events[wake.cause ?? -1] : wake;
  const suspend = waits ? events[event[first] ?? -1] : undefined;
  return {
    group,
    suspend: waits ? (start[first] ?? 0) : null,
    cause: cause === undefined || cause.kind === 'suspend' ? null : cause,
    ready: ready === null ? null : (start[ready] ?? null),
    resume: ready === null ? null : resumeAfter({ start, state }, ready),
    place: suspend ? placeOf(timeline.trace, suspend) : null,
    why: wake === undefined ? null : wake.kind === 'wake' ? wake.why : waits ? 'thread' : 'start',
  };
}

/** Where one who is ready has the loop: a request is ready as itself, and then as its task. */
function resumeAfter({ start, state }: Pick<StateTrack, 'start' | 'state'>, ready: number): number | null {
  let next = ready + 1;
  while (state[next] === 'ready') next += 1;
  return HOLDS.has(state[next]) ? (start[next] ?? null) : null;
}

/** The group that brought an event about, or -1. */
export function groupOfEvent(timeline: Timeline, event: TraceEvent): number {
  return groupOfRequest(timeline, event.request)?.index ?? -1;
}
