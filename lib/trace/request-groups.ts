/** One group per request: what it is doing at any moment, and in which of its layers. */
import { innermostSpans } from './layer-spans';
import { placeOf } from './places';
import type { LayerRow, RequestRow, Trace } from './schema';
import { lastAtOrBefore } from './search';
import { worksAt } from './thread-lanes';
import {
  type LayerSpan,
  type RequestGroup,
  STATES,
  type State,
  type Stay,
  type TaskTrack,
  type ThreadLane,
} from './timeline';
import { tileAt } from './tracks';

type Stayed = { readonly thread: number; readonly stay: Stay };

/** What there is to know about a request before its own track is made. */
type Sources = {
  readonly trace: Trace;
  readonly request: RequestRow | null;
  readonly index: number;
  readonly tasks: readonly TaskTrack[];
  readonly stays: readonly Stayed[];
  readonly spans: readonly LayerSpan[];
  readonly arrive: number;
  readonly end: number;
  /** From here on only the learner's own tasks count: what is left is Django putting things away. */
  readonly answered: number;
  readonly inSight: ReadonlySet<number | null>;
  /** How a request waits before anybody has taken it up. */
  readonly waiting: State;
};

/** Groups in the order of the requests table; a last one for tasks that serve no request, if any ran. */
export function requestGroupsOf(
  trace: Trace,
  taskTracks: ReadonlyMap<number, TaskTrack>,
  threads: readonly ThreadLane[],
  spans: ReadonlyMap<string, readonly LayerSpan[]>,
): readonly RequestGroup[] {
  const owners = taskOwners(trace);
  const inSight = tasksInSight(trace);
  const tracksOf = Map.groupBy(taskTracks.values(), ({ row }) => owners.get(row.id));
  const tasksOf = (request: string | null) =>
    (tracksOf.get(request) ?? []).filter(({ row }) => request !== null || inSight.has(row.id));
  const staysOf = Map.groupBy(
    threads.flatMap(({ thread, stays }) => stays.map((stay) => ({ thread: thread.id, stay }))),
    ({ stay }) => stay.group,
  );
  const edges = requestEdges(trace);
  const groups: RequestGroup[] = [];
  const add = (request: RequestRow | null) => {
    const index = groups.length;
    const tasks = tasksOf(request?.id ?? null);
    const stays = staysOf.get(index) ?? [];
    const lives = [...tasks.map(({ track }) => track.end), ...stays.map(({ stay }) => stay.end)];
    const edge = edges.get(request?.id ?? null);
    const arrive =
      edge?.arrive ?? Math.min(trace.events.length, ...tasks.map(({ track }) => track.start[0] ?? 0));
    const end = Math.max(edge?.end ?? 0, ...lives);
    const answered = edge?.answered ?? end;
    const waiting = trace.server === 'wsgi' ? 'queued' : 'ready';
    const own = request === null ? [] : (spans.get(request.id) ?? []);
    groups.push(
      groupOf({ trace, request, index, tasks, stays, spans: own, arrive, answered, inSight, end, waiting }),
    );
  };
  for (const request of trace.requests) add(request);
  if (tasksOf(null).length > 0) add(null);
  return groups;
}

/** Which request each task works for: the one its row names, else the first whose layers it enters. */
function taskOwners(trace: Trace): ReadonlyMap<number, string | null> {
  const owners = new Map(trace.tasks.map((task) => [task.id, task.request]));
  for (const event of trace.events) {
    if (event.kind !== 'layer-enter' || event.task === null || event.request === null) continue;
    if (owners.get(event.task) === null) owners.set(event.task, event.request);
  }
  return owners;
}

/** Tasks that run a line of the learner's. Of those that serve no request, only these are worth a row. */
function tasksInSight(trace: Trace): ReadonlySet<number | null> {
  return new Set(trace.events.filter((event) => placeOf(trace, event)).map((event) => event.task));
}

type Edge = { arrive: number; answered: number; end: number };

/** First and last moment of each request, and its answer, before any work that outlives it. */
function requestEdges(trace: Trace): ReadonlyMap<string | null, Edge> {
  const edges = new Map<string | null, Edge>();
  for (const { request, kind, seq } of trace.events) {
    if (request === null) continue;
    const edge = edges.get(request);
    if (edge === undefined)
      edges.set(request, { arrive: seq, answered: trace.events.length, end: trace.events.length });
    else if (kind === 'request-arrive') edge.arrive = seq;
    else if (kind === 'response-end') edge.answered = seq;
    else if (kind === 'request-end') edge.end = seq;
  }
  return edges;
}

function groupOf(sources: Sources): RequestGroup {
  const { request, index, tasks, spans } = sources;
  const innermost = innermostSpans(spans);
  const innermostAt = innermost.map(([moment]) => moment);
  const cuts = cutsOf(sources, innermostAt);
  const start: number[] = [];
  const state: State[] = [];
  const event: number[] = [];
  const span: number[] = [];
  const task: number[] = [];
  const thread: number[] = [];
  for (const moment of cuts) {
    const now = standing(sources, moment);
    const inside = innermost[lastAtOrBefore(innermostAt, moment)]?.[1] ?? -1;
    const same =
      state.at(-1) === now.state &&
      event.at(-1) === now.event &&
      span.at(-1) === inside &&
      task.at(-1) === now.task &&
      thread.at(-1) === now.thread;
    if (same) continue;
    start.push(moment);
    state.push(now.state);
    event.push(now.event);
    span.push(inside);
    task.push(now.task);
    thread.push(now.thread);
  }
  return {
    request,
    index,
    track: { start: Float64Array.from(start), state, event: Uint32Array.from(event), end: sources.end },
    span: Int32Array.from(span),
    task: Int32Array.from(task),
    thread: Int32Array.from(thread),
    spans,
    tasks,
    layers: layersOf(spans),
  };
}

/** Every moment of the request's life at which something about it may change. */
function cutsOf(sources: Sources, innermostAt: readonly number[]): readonly number[] {
  const moments = [
    sources.arrive,
    sources.answered,
    ...sources.tasks.flatMap(({ track }) => [...track.start, track.end]),
    ...sources.stays.flatMap(({ stay }) => [
      stay.start,
      stay.end,
      ...stay.held.flatMap((held) => [held.start, held.end]),
    ]),
    ...innermostAt,
  ];
  const inLife = moments.filter((moment) => moment >= sources.arrive && moment < sources.end);
  return [...new Set(inLife)].sort((one, other) => one - other);
}

/**
 * How much a standing tells, less being more: by its state, then the learner's own await before Django's
 * (a request has tasks of Django's that wait all along, for a disconnect say).
 */
function tells({ trace }: Sources, { state, event }: Standing): number {
  const at = trace.events[event];
  const foreign = at === undefined || placeOf(trace, at) === null;
  return STATES.indexOf(state) + (foreign ? 0.5 : 0);
}

type Standing = {
  readonly state: State;
  readonly event: number;
  readonly task: number;
  readonly thread: number;
};

/** What the request does at a moment: the most telling state among its tasks and threads. */
function standing(sources: Sources, moment: number): Standing {
  let found: Standing | null = null;
  const offer = (candidate: Standing) => {
    if (found === null || tells(sources, candidate) < tells(sources, found)) found = candidate;
  };
  for (const { row, track } of sources.tasks) {
    const tile = tileAt(track, moment);
    const state = track.state[tile];
    // A task whose work is in a thread speaks through that thread, which may itself wait for another task.
    if (state === undefined || state === 'in-thread') continue;
    if (moment >= sources.answered && !sources.inSight.has(row.id)) continue;
    offer({ state, event: track.event[tile] ?? moment, task: row.id, thread: -1 });
  }
  for (const { thread, stay } of sources.stays) {
    if (!worksAt(stay, moment)) continue;
    if (moment >= sources.answered && stay.hop?.internal) continue;
    offer({ state: 'in-thread', event: stay.start, task: stay.hop?.task ?? -1, thread });
  }
  return found ?? resting(sources, moment);
}

/** Nobody works for the request: it has not been taken up yet, or only its end is outstanding. */
function resting(sources: Sources, moment: number): Standing {
  const firstWork = Math.min(
    ...sources.tasks.map(({ track }) => track.start[0] ?? moment),
    ...sources.stays.map(({ stay }) => stay.start),
  );
  if (moment < firstWork) return { state: sources.waiting, event: sources.arrive, task: -1, thread: -1 };
  const inThread = sources.stays.find(({ stay }) => stay.start <= moment && moment < stay.end);
  if (inThread && moment < sources.answered) {
    return { state: 'suspended', event: inThread.stay.start, task: -1, thread: inThread.thread };
  }
  return { state: 'ended', event: Math.floor(moment), task: -1, thread: -1 };
}

function layersOf(spans: readonly LayerSpan[]): readonly LayerRow[] {
  const layers = new Map(spans.map((span) => [span.layer.id, span.layer]));
  return [...layers.values()].sort((one, other) => one.order - other.order);
}
