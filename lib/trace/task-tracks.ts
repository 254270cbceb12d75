/** The life of every task as tiles: running, ready, suspended, queued, in a thread, blocking. */
import { placeOf } from './places';
import type { Trace, TraceEvent, TraceEventOf } from './schema';
import type { Hop, State, TaskTrack } from './timeline';
import { positionOfTime } from './times';
import { TrackRecorder } from './tracks';
import type { Turn } from './turns';

/** What is known of a task while its events are read. */
class TaskLife {
  readonly recorder = new TrackRecorder();
  /** The thread that its latest hop waits for or works in. */
  hop: Hop | null = null;
  /** When the timer or the answer that it waits for is due, in microseconds. */
  due: number | null = null;
  /** The moment of its latest suspension. */
  suspended = 0;
  /** A wake that came while the task still ran counts as soon as it suspends. */
  wokenEarly: number | null = null;

  begin(moment: number): void {
    if (this.recorder.state === null) this.recorder.change(moment, 'ready');
  }

  suspend(moment: number, onThread: boolean): void {
    this.suspended = moment;
    if (this.wokenEarly !== null) {
      this.recorder.change(moment, 'ready', this.wokenEarly);
      return;
    }
    this.recorder.change(moment, onThread ? this.stateInHop(moment) : 'suspended');
  }

  /** Ready is who could go on: from when it was due, even if the loop was held and could not tell it so. */
  readyFrom(wake: TraceEventOf<'wake'>, times: Float64Array): number {
    const late = this.due !== null && this.due < wake.t && (wake.why === 'timer' || wake.why === 'io');
    return late && this.due !== null ? Math.max(positionOfTime(times, this.due), this.suspended) : wake.seq;
  }

  stateInHop(moment: number): State {
    const { start, end } = this.hop ?? { start: null, end: null };
    if (this.hop === null) return 'suspended';
    // The thread is done: only the loop is waited for, and it may be held.
    if (end !== null && end <= moment) return 'ready';
    return start !== null && start <= moment ? 'in-thread' : 'queued';
  }
}

/** The track of each task, by task id. */
export function taskTracksOf(
  trace: Trace,
  hops: readonly Hop[],
  turns: readonly Turn[],
  times: Float64Array,
): ReadonlyMap<number, TaskTrack> {
  const lives = new Map<number, TaskLife>(trace.tasks.map((row) => [row.id, new TaskLife()]));
  const hopById = new Map(hops.map((hop) => [hop.id, hop]));
  const longTurns = new Set(turns.filter((turn) => turn.longComputation).map((turn) => turn.begin));
  const holders = new Map<number, TaskLife>();
  for (const event of trace.events) {
    const life = event.task === null ? undefined : lives.get(event.task);
    step(event, life, { lives, hopById, longTurns, holders, times });
  }
  const made = madeByLearner(trace);
  const tracks = new Map<number, TaskTrack>();
  for (const row of trace.tasks) {
    const life = lives.get(row.id);
    if (life?.recorder.state == null) continue;
    tracks.set(row.id, {
      row,
      track: life.recorder.finish(trace.events.length),
      byLearner: made.has(row.id),
    });
  }
  return tracks;
}

/** Tasks whose making stands on a line of the learner's. */
function madeByLearner(trace: Trace): ReadonlySet<number | null> {
  const creations = trace.events.filter((event) => event.kind === 'task-create');
  return new Set(creations.filter((event) => placeOf(trace, event)).map((event) => event.task));
}

type Reading = {
  readonly times: Float64Array;
  readonly lives: ReadonlyMap<number, TaskLife>;
  readonly hopById: ReadonlyMap<number, Hop>;
  readonly longTurns: ReadonlySet<number>;
  /** Who holds the loop of a thread now. */
  readonly holders: Map<number, TaskLife>;
};

function step(event: TraceEvent, life: TaskLife | undefined, reading: Reading): void {
  const moment = event.seq;
  switch (event.kind) {
    case 'task-create':
      life?.begin(moment);
      return;
    case 'task-end':
      life?.recorder.change(moment, 'ended');
      return;
    case 'turn-begin':
      if (life === undefined || life.recorder.state === 'ended') {
        reading.holders.delete(event.thread);
        return;
      }
      life.wokenEarly = null;
      life.recorder.change(moment, reading.longTurns.has(moment) ? 'blocking' : 'running');
      reading.holders.set(event.thread, life);
      return;
    case 'turn-end': {
      const holder = reading.holders.get(event.thread);
      if (holder && isOnLoop(holder.recorder.state)) holder.suspend(moment, false);
      reading.holders.delete(event.thread);
      return;
    }
    case 'suspend':
      if (life === undefined) return;
      life.due = event.until;
      life.suspend(moment, event.on === 'thread');
      return;
    case 'wake':
      if (life === undefined || life.recorder.state === 'ended') return;
      if (isOnLoop(life.recorder.state)) life.wokenEarly = moment;
      else life.recorder.change(life.readyFrom(event, reading.times), 'ready', moment);
      return;
    case 'block-begin':
      reading.holders.get(event.thread)?.recorder.change(moment, 'blocking');
      return;
    case 'block-end':
      reading.holders.get(event.thread)?.recorder.change(moment, 'running');
      return;
    default:
      stepHop(event, reading);
  }
}

function stepHop(event: TraceEvent, reading: Reading): void {
  if (!('hop' in event)) return;
  const hop = reading.hopById.get(event.hop);
  if (hop?.direction !== 'to-thread' || hop.task === null) return;
  const life = reading.lives.get(hop.task);
  if (life === undefined) return;
  if (event.kind === 'hop-submit') {
    life.hop = hop;
  } else if (event.kind === 'hop-return') {
    if (life.hop === hop) life.hop = null;
  } else if (life.hop === hop && (life.recorder.state === 'queued' || life.recorder.state === 'in-thread')) {
    life.recorder.change(event.seq, life.stateInHop(event.seq));
  }
}

const isOnLoop = (state: State | null): boolean => state === 'running' || state === 'blocking';
