/** The rows of a request: its own, and one for each layer that it passes through. */
import { formatDuration } from '@/lib/trace/duration';
import { placeOf } from '@/lib/trace/places';
import { eventsOfRequest, hopsOfTask, threadById } from '@/lib/trace/tables';
import type { RequestGroup, State, Timeline } from '@/lib/trace/timeline';
import { timeAtPosition } from '@/lib/trace/times';
import { tileEnd } from '@/lib/trace/tracks';
import { capitalise, layerWords, requestName, STATE_WORDS, WAITS_FOR } from '@/lib/trace/words';
import type { Mark, Shape, Sign } from './figure-model';
import type { RowPlan } from './rows';

const SHAPES: Readonly<Record<State, Shape | null>> = {
  running: 'running',
  blocking: 'blocking',
  ready: 'ready',
  suspended: 'suspended',
  queued: 'ghost',
  'in-thread': 'ghost',
  ended: null,
};

/** Outside all layers, what takes less than this is Django at work and no state of its own, in microseconds. */
const SHORT = 1000;

/** A request whose thread is just taking or handing back its work is still away, not at an await of its own. */
function shapeAt(timeline: Timeline, group: RequestGroup, tile: number, plumbing: boolean): Shape | null {
  const state = group.track.state[tile] ?? 'ended';
  const start = group.track.start[tile] ?? 0;
  const length =
    timeAtPosition(timeline.times, tileEnd(group.track, tile)) - timeAtPosition(timeline.times, start);
  const outside = !plumbing && state !== 'ended' && (group.span[tile] ?? -1) < 0;
  if (outside && length < SHORT) return 'framework';
  const event = timeline.trace.events[group.track.event[tile] ?? -1];
  const handing = state === 'suspended' || (state === 'ready' && length === 0);
  return handing && event?.kind.startsWith('hop-') ? 'ghost' : SHAPES[state];
}

export function requestRow(
  timeline: Timeline,
  group: RequestGroup,
  { open, plumbing }: { readonly open: boolean; readonly plumbing: boolean },
): RowPlan {
  const { request, track } = group;
  return {
    head: {
      key: `request-${group.index}`,
      kind: 'request',
      depth: 0,
      label: capitalise(requestName(group)),
      detail: request ? `${request.method} ${request.path}` : '',
      group: group.index,
      open: group.layers.length > 0 ? open : null,
      height: 1,
    },
    draw: () => ({
      marks: marksOf(timeline, group, (span) => !open || span < 0, plumbing),
      signs: signsOf(timeline, group),
      life: { from: track.start[0] ?? 0, to: track.end },
    }),
  };
}

export function layerRow(timeline: Timeline, group: RequestGroup, layer: number, depth: number): RowPlan {
  const row = group.layers[depth];
  return {
    head: {
      key: `layer-${group.index}-${layer}`,
      kind: 'layer',
      depth,
      label: row === undefined ? '' : row.kind === 'view' ? 'View' : row.name,
      detail: row?.mode ?? '',
      group: group.index,
      open: null,
      height: 1,
    },
    draw: () => ({
      marks: marksOf(timeline, group, (span) => group.spans[span]?.layer.id === layer, true),
    }),
  };
}

/** Tiles that belong in one row, neighbours of one look joined. */
function marksOf(
  timeline: Timeline,
  group: RequestGroup,
  belongs: (span: number) => boolean,
  plumbing: boolean,
): readonly Mark[] {
  const marks: Mark[] = [];
  const { track } = group;
  for (let tile = 0; tile < track.start.length; tile += 1) {
    const shape = shapeAt(timeline, group, tile, plumbing);
    if (shape === null || !belongs(group.span[tile] ?? -1)) continue;
    const from = track.start[tile] ?? 0;
    const to = tileEnd(track, tile);
    const before = marks.at(-1);
    const chip = shape === 'framework' ? null : chipOf(timeline, group, tile);
    if (before && before.to === from && before.shape === shape && (chip === null || before.chip === chip)) {
      marks[marks.length - 1] = { ...before, to };
      continue;
    }
    const event = timeline.trace.events[track.event[tile] ?? -1];
    const place = event ? placeOf(timeline.trace, event) : null;
    marks.push({ shape, from, to, group: group.index, chip, title: titleOf(timeline, group, tile), place });
  }
  return marks;
}

/** What a mark says of itself: the await point of a suspended request, the thread of one that works there. */
function chipOf(timeline: Timeline, group: RequestGroup, tile: number): string | null {
  const { events } = timeline.trace;
  const event = events[group.track.event[tile] ?? -1];
  const state = group.track.state[tile];
  if (state === 'in-thread' || state === 'queued') {
    const thread = threadById(timeline.trace, threadOf(timeline, group, tile));
    return thread ? `${state === 'queued' ? 'waits for' : 'in'} ${thread.name}` : null;
  }
  if (state === 'blocking' && event?.kind === 'block-begin') return event.what;
  if (state !== 'suspended' || event?.kind !== 'suspend' || event.on === 'thread') return null;
  const place = placeOf(timeline.trace, event);
  return place ? `await · line ${place.line}` : 'await';
}

/** The thread a request works in, or that it waits for. */
function threadOf(timeline: Timeline, group: RequestGroup, tile: number): number | null {
  const thread = group.thread[tile] ?? -1;
  if (thread >= 0) return thread;
  const moment = group.track.start[tile] ?? 0;
  const hop = hopsOfTask(timeline, group.task[tile] ?? -1).find(
    (own) => own.direction === 'to-thread' && own.submit <= moment && (own.start ?? moment + 1) > moment,
  );
  return hop?.thread ?? null;
}

function titleOf(timeline: Timeline, group: RequestGroup, tile: number): string {
  const state = group.track.state[tile] ?? 'ended';
  const event = timeline.trace.events[group.track.event[tile] ?? -1];
  const layer = group.spans[group.span[tile] ?? -1]?.layer;
  const where = layer ? ` in ${layerWords(layer)}` : '';
  const from = timeAtPosition(timeline.times, group.track.start[tile] ?? 0);
  const to = timeAtPosition(timeline.times, tileEnd(group.track, tile));
  const why =
    state === 'suspended' && event?.kind === 'suspend' ? `, waiting for ${WAITS_FOR[event.on]}` : '';
  return `${capitalise(requestName(group))}: ${STATE_WORDS[state]}${why}${where}, ${formatDuration(to - from)}`;
}

/** What happens to a request at single moments: it arrives, is answered, fails, is cancelled. */
export function signsOf(timeline: Timeline, group: RequestGroup): readonly Sign[] {
  const id = group.request?.id;
  if (id === undefined) return [];
  const signs: Sign[] = [];
  const name = requestName(group);
  const add = (kind: Sign['kind'], at: number, title: string) =>
    signs.push({ kind, at, group: group.index, title });
  for (const event of eventsOfRequest(timeline.trace, id)) {
    if (event.kind === 'request-arrive') add('arrive', event.seq, `${capitalise(name)} arrives`);
    if (event.kind === 'response-start') {
      const failed = event.status >= 500;
      add(failed ? 'error' : 'response', event.seq, `Response to ${name}: status ${event.status}`);
    }
    if (event.kind === 'request-end' && event.error !== null) add('error', event.seq, event.error);
    if (event.kind === 'disconnect') add('cancelled', event.seq, `The client of ${name} goes away`);
    if (event.kind === 'task-end' && event.how === 'cancel' && isInSight(group, event.task)) {
      add('cancelled', event.seq, `${capitalise(name)} is cancelled`);
    }
  }
  return signs;
}

/** The request's own task, or one that the learner made. Django cancels tasks of its own on every request. */
function isInSight(group: RequestGroup, task: number | null): boolean {
  const index = group.tasks.findIndex(({ row }) => row.id === task);
  return index === 0 || group.tasks[index]?.byLearner === true;
}
