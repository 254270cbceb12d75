/**
 * The state of a task and the holder of a loop at one moment, read off the events up to it, one after the other.
 * Slow, and with nothing in common with the columns and binary searches of `lib/trace/state-at.ts`, which is
 * compared with it.
 */
import type { TraceEvent, TraceEventOf } from '@/lib/trace/schema';
import type { State, Timeline } from '@/lib/trace/timeline';

/** A turn without a blocking call blocks the loop from this length on (microseconds). */
const LONG_COMPUTATION = 10_000;

type Turn = { readonly begin: TraceEventOf<'turn-begin'>; readonly end: number };

const of =
  (kind: TraceEvent['kind'], task: number) =>
  (event: TraceEvent): boolean =>
    event.kind === kind && event.task === task;

/** What a task does just after event `moment`; null before it is made and after its end. */
export function slowState({ trace }: Timeline, task: number, moment: number): State | null {
  const past = trace.events.slice(0, moment + 1);
  if (!past.some(of('task-create', task)) || past.some(of('task-end', task))) return null;
  const turn = latestTurn(trace.events, past, (event) => event.task === task);
  if (turn === null) return 'ready';
  const suspension = past.findLast(of('suspend', task)) as TraceEventOf<'suspend'> | undefined;
  const suspended = Math.max(suspension?.seq ?? -1, turn.end <= moment ? turn.end : -1);
  if (suspended < turn.begin.seq) return onLoop(trace.events, past, turn);
  const parked = suspension !== undefined && suspension.seq > turn.begin.seq ? suspension : null;
  // Told during the turn, before the task had let go of the loop.
  if (past.some((event) => of('wake', task)(event) && event.seq > turn.begin.seq)) return 'ready';
  if (parked === null) return 'suspended';
  if (isDue(trace.events, parked, task, moment)) return 'ready';
  return parked.on === 'thread' ? inThread(past, task) : 'suspended';
}

/** Who was handed a loop most recently, up to the last of the past events. */
function latestTurn(
  events: readonly TraceEvent[],
  past: readonly TraceEvent[],
  chosen: (event: TraceEvent) => boolean,
): Turn | null {
  const begin = past.findLast((event) => event.kind === 'turn-begin' && chosen(event));
  if (begin?.kind !== 'turn-begin') return null;
  const end = events.find(
    ({ kind, seq, thread }) => kind === 'turn-end' && seq > begin.seq && thread === begin.thread,
  );
  return { begin, end: end?.seq ?? events.length };
}

function onLoop(events: readonly TraceEvent[], past: readonly TraceEvent[], { begin, end }: Turn): State {
  const inTurn = (event: TraceEvent) => event.thread === begin.thread && event.seq > begin.seq;
  const blocks = past.filter(
    (event) => inTurn(event) && (event.kind === 'block-begin' || event.kind === 'block-end'),
  );
  const last = blocks.at(-1);
  if (last !== undefined) return last.kind === 'block-begin' ? 'blocking' : 'running';
  const blocksLater = events
    .slice(begin.seq, end)
    .some((event) => event.kind === 'block-begin' && event.thread === begin.thread);
  const until = events[end]?.t;
  const isLong = until !== undefined && until - begin.t >= LONG_COMPUTATION;
  return isLong && !blocksLater ? 'blocking' : 'running';
}

/** Whether what the task waits for has happened, although the loop was held and could not tell it so yet. */
function isDue(
  events: readonly TraceEvent[],
  parked: TraceEventOf<'suspend'>,
  task: number,
  moment: number,
): boolean {
  const wake = events.find((event) => event.seq > parked.seq && of('wake', task)(event));
  if (wake?.kind !== 'wake' || parked.until === null) return false;
  const now = events[moment]?.t ?? 0;
  const next = events[moment + 1]?.t ?? Number.POSITIVE_INFINITY;
  // What else happens in the very microsecond comes first.
  const isReached = now > parked.until || (now === parked.until && next > now);
  return (wake.why === 'timer' || wake.why === 'io') && parked.until < wake.t && isReached;
}

/** The state of a task that waits for the thread it asked for last. */
function inThread(past: readonly TraceEvent[], task: number): State {
  const submit = past.findLast((event) => of('hop-submit', task)(event));
  if (submit?.kind !== 'hop-submit' || submit.direction !== 'to-thread') return 'suspended';
  const told = past.filter((event) => 'hop' in event && event.hop === submit.hop);
  const has = (kind: TraceEvent['kind']) => told.some((event) => event.kind === kind);
  if (has('hop-return')) return 'suspended';
  if (has('hop-end')) return 'ready';
  return has('hop-start') ? 'in-thread' : 'queued';
}

/** The name of who holds the serving loop just after event `moment`; null while it idles. */
export function slowHolder(timeline: Timeline, moment: number): string | null {
  const { trace, loop } = timeline;
  if (loop === null) return null;
  const past = trace.events.slice(0, moment + 1);
  const turn = latestTurn(trace.events, past, (event) => event.thread === loop.thread.id);
  if (turn === null || turn.end <= moment) return null;
  const { task, name } = turn.begin;
  if (task === null) return name;
  const state = slowState(timeline, task, moment);
  return state === 'running' || state === 'blocking' ? name : null;
}
