/** The now: everything a learner may ask about one moment of a run, by binary search. */
import { frameOf, placeOf, placesOf } from './places';
import type { LayerRow, SuspendedOn, ThreadRow } from './schema';
import { lastAtOrBefore } from './search';
import { threadById } from './tables';
import { worksAt } from './thread-lanes';
import type { LoopLane, Place, RequestGroup, State, StateTrack, Stay, Timeline } from './timeline';
import { timeAtPosition } from './times';
import { tileAt } from './tracks';

export type Holder = {
  /** Null while the loop runs a callback of its own, or a task that serves no request. */
  readonly group: RequestGroup | null;
  readonly name: string;
  readonly blocking: boolean;
  readonly layer: LayerRow | null;
  readonly place: Place | null;
  /** Since which moment. */
  readonly since: number;
};

export type RequestNow = {
  readonly group: RequestGroup;
  /** 'absent' before it arrives. */
  readonly state: State | 'absent';
  readonly since: number;
  readonly layer: LayerRow | null;
  /** For a suspended one: the await point; for a ready one: where it will go on. */
  readonly place: Place | null;
  /** The awaits outside that one, in the layers above it, innermost first. */
  readonly above: readonly Place[];
  readonly waitsFor: {
    readonly on: SuspendedOn;
    readonly what: string;
    readonly until: number | null;
  } | null;
  readonly thread: ThreadRow | null;
};

export type ThreadNow = {
  readonly thread: ThreadRow;
  readonly working: Stay | null;
  /** In the thread, but only waiting for the loop to do what it asked for. */
  readonly held: Stay | null;
  readonly queue: readonly Stay[];
};

export type OutputNow = { readonly moment: number; readonly stream: string; readonly text: string };

export type Now = {
  readonly moment: number;
  /** Microseconds. */
  readonly time: number;
  readonly holder: Holder | null;
  /** Ready, in the order in which they became so. */
  readonly ready: readonly RequestNow[];
  readonly suspended: readonly RequestNow[];
  readonly requests: readonly RequestNow[];
  readonly threads: readonly ThreadNow[];
  readonly output: readonly OutputNow[];
};

/** What stands at a position: just after its last event, with whoever has become due since. */
export function stateAt(timeline: Timeline, position: number): Now {
  const requests = timeline.groups.map((group) => requestAt(timeline, group, position));
  const byWait = (one: RequestNow, other: RequestNow) => one.since - other.since;
  return {
    moment: Math.floor(position),
    time: timeAtPosition(timeline.times, position),
    holder: anyHolder(timeline, position),
    ready: requests.filter(({ state }) => state === 'ready').sort(byWait),
    suspended: requests.filter(({ state }) => state === 'suspended').sort(byWait),
    requests,
    threads: timeline.threads.map(({ thread, stays }) => threadAt(thread, stays, position)),
    output: outputUntil(timeline, position),
  };
}

/** The holder of the serving loop; under WSGI, that of whichever temporary loop runs. */
function anyHolder(timeline: Timeline, moment: number): Holder | null {
  const lanes = timeline.loop === null ? timeline.loops : [timeline.loop];
  for (const lane of lanes) {
    const holder = holderAt(timeline, lane, moment);
    if (holder !== null) return holder;
  }
  return null;
}

/** Who holds a loop at a moment; null while it idles. */
export function holderAt(timeline: Timeline, lane: LoopLane, moment: number): Holder | null {
  const turn = turnAt(lane, moment);
  if (turn < 0) return null;
  const isTask = (lane.task[turn] ?? -1) >= 0;
  const group = isTask ? (timeline.groups[lane.group[turn] ?? -1] ?? null) : null;
  const track = timeline.tasks.get(lane.task[turn] ?? -1)?.track;
  const state = track?.state[tileAt(track, moment)];
  // A task that has suspended or ended has given the loop back, although its turn is still being wound up.
  if (track !== undefined && state !== 'running' && state !== 'blocking') return null;
  const now = group === null ? null : requestAt(timeline, group, moment);
  return {
    group,
    name: lane.name[turn] ?? '',
    blocking: state === 'blocking',
    layer: now?.layer ?? null,
    place: placeInTurn(timeline, lane, turn, moment),
    since: lane.begin[turn] ?? moment,
  };
}

/** The turn under way at a moment, or -1 while the loop idles. */
function turnAt(lane: LoopLane, moment: number): number {
  const turn = lastAtOrBefore(lane.begin, moment);
  return turn >= 0 && moment < (lane.end[turn] ?? 0) ? turn : -1;
}

/** The latest learner line seen in a turn up to a moment, from the events and from the executed lines. */
function placeInTurn(timeline: Timeline, lane: LoopLane, turn: number, moment: number): Place | null {
  const begin = lane.begin[turn] ?? moment;
  return placeOnThread(timeline, lane.thread.id, begin, moment);
}

/** The latest learner line that a thread reached between two moments; null when it ran only other code. */
export function placeOnThread(timeline: Timeline, thread: number, from: number, to: number): Place | null {
  const { events, lines } = timeline.trace;
  for (let seq = Math.floor(to); seq >= from; seq -= 1) {
    const event = events[seq];
    if (event === undefined || event.thread !== thread) continue;
    const place = placeOf(timeline.trace, event);
    if (place === null) continue;
    const line = lastLine(lines, thread, event.t, timeAtPosition(timeline.times, to));
    const frame = frameOf(timeline.trace, line);
    return frame?.origin === 'learner' ? { file: frame.file, line: frame.line } : place;
  }
  return null;
}

/** Frame of the last line that a thread executed after `from` and not after `to`, both in microseconds. */
function lastLine(lines: readonly number[], thread: number, from: number, to: number): number | null {
  let low = 0;
  let high = lines.length / 3;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((lines[middle * 3] ?? 0) <= to) low = middle + 1;
    else high = middle;
  }
  for (let index = low - 1; index >= 0 && (lines[index * 3] ?? 0) > from; index -= 1) {
    if (lines[index * 3 + 1] === thread) return lines[index * 3 + 2] ?? null;
  }
  return null;
}

/** What a request does at a moment. */
function requestAt(timeline: Timeline, group: RequestGroup, moment: number): RequestNow {
  const { trace } = timeline;
  const { track } = group;
  const tile = tileAt(track, moment);
  if (tile < 0) {
    const state = moment >= track.end ? 'ended' : 'absent';
    const since = state === 'ended' ? track.end : 0;
    return { group, state, since, layer: null, place: null, above: [], waitsFor: null, thread: null };
  }
  const state = track.state[tile] ?? 'ended';
  const since = track.start[firstAlike(track, tile)] ?? 0;
  const event = trace.events[track.event[tile] ?? -1];
  const suspension = lastSuspension(timeline, group.task[tile] ?? -1, moment);
  const waiting = state === 'suspended' || state === 'ready' || state === 'queued';
  return {
    group,
    state,
    since,
    layer: group.spans[group.span[tile] ?? -1]?.layer ?? null,
    place: waiting && suspension ? placeOf(trace, suspension) : event ? placeOf(trace, event) : null,
    above: waiting && suspension ? placesOf(trace, suspension).slice(1) : [],
    waitsFor:
      suspension && (state === 'suspended' || state === 'queued')
        ? { on: suspension.on, what: suspension.what, until: suspension.until }
        : null,
    thread: threadById(trace, group.thread[tile] ?? null),
  };
}

/** The first of the neighbouring tiles before this one that show the same state. */
function firstAlike({ state }: StateTrack, tile: number): number {
  let first = tile;
  while (first > 0 && state[first - 1] === state[tile]) first -= 1;
  return first;
}

/** The suspend event at which a task waits, or waited last, at a moment. */
function lastSuspension(timeline: Timeline, task: number, moment: number) {
  const track = timeline.tasks.get(task)?.track;
  if (track === undefined) return null;
  for (let tile = lastAtOrBefore(track.start, moment); tile >= 0; tile -= 1) {
    const event = timeline.trace.events[track.event[tile] ?? -1];
    if (event?.kind === 'suspend') return event;
    if (track.state[tile] === 'running' || track.state[tile] === 'blocking') return null;
  }
  return null;
}

function threadAt(thread: ThreadRow, stays: readonly Stay[], moment: number): ThreadNow {
  const inside = stays.filter((stay) => stay.start <= moment && moment < stay.end);
  return {
    thread,
    working: inside.findLast((stay) => worksAt(stay, moment)) ?? null,
    held: inside.find((stay) => !worksAt(stay, moment)) ?? null,
    queue: stays.filter((stay) => stay.queued <= moment && moment < stay.start),
  };
}

function outputUntil(timeline: Timeline, moment: number): readonly OutputNow[] {
  const count = lastAtOrBefore(timeline.outputs, moment) + 1;
  return Array.from(timeline.outputs.subarray(0, count)).flatMap((seq) => {
    const event = timeline.trace.events[seq];
    return event?.kind === 'output' ? [{ moment: seq, stream: event.stream, text: event.text }] : [];
  });
}
