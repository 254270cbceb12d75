/**
 * What the figure draws, as plain data: rows of marks between moments, nested boxes, connectors, shadows.
 * The live and the static timeline draw the same marks, and both axes place them.
 */
import { holdSentence } from '@/lib/trace/blocking';
import { formatDuration } from '@/lib/trace/duration';
import { placeOf } from '@/lib/trace/places';
import type { LoopLane, Place, RequestGroup, State, ThreadLane, Timeline } from '@/lib/trace/timeline';
import { tileEnd } from '@/lib/trace/tracks';
import {
  capitalise,
  layerWords,
  requestName,
  STATE_WORDS,
  threadName,
  threadRole,
  WAITS_FOR,
} from '@/lib/trace/words';

export type Shape =
  | 'running'
  | 'blocking'
  | 'ready'
  | 'suspended'
  | 'queued'
  | 'in-thread'
  | 'ghost'
  | 'held'
  | 'callback';

export type Mark = {
  readonly shape: Shape;
  readonly from: number;
  readonly to: number;
  readonly group: number;
  /** Words inside the mark, shown where there is room. */
  readonly chip: string | null;
  /** A sentence, for a tooltip. */
  readonly title: string;
  readonly place: Place | null;
};

/** Something at one moment rather than over a stretch. */
export type Sign = {
  readonly kind: 'arrive' | 'response' | 'error' | 'cancelled';
  readonly at: number;
  readonly group: number;
  readonly title: string;
};

export type Row = {
  readonly key: string;
  readonly kind: 'request' | 'layer' | 'thread';
  readonly depth: number;
  readonly label: string;
  readonly detail: string;
  readonly group: number;
  /** For a request: whether its layers are shown; null where it has none. */
  readonly open: boolean | null;
  readonly marks: readonly Mark[];
  readonly signs: readonly Sign[];
  /** For a request: its life, from arrival to end. */
  readonly life: { readonly from: number; readonly to: number } | null;
};

/** One pass through a layer, drawn around the rows of the layers inside it. */
export type Box = {
  readonly from: number;
  readonly to: number;
  readonly top: number;
  readonly bottom: number;
  readonly depth: number;
  readonly group: number;
};

export type Connector = {
  readonly at: number;
  readonly from: number;
  readonly to: number;
  readonly group: number;
};

export type Shadow = {
  readonly from: number;
  readonly to: number;
  readonly label: string;
  readonly title: string;
};

export type FigureMarks = {
  readonly loop: { readonly marks: readonly Mark[]; readonly ready: readonly ReadyCount[] } | null;
  readonly rows: readonly Row[];
  readonly boxes: readonly Box[];
  readonly connectors: readonly Connector[];
  readonly shadows: readonly Shadow[];
};

export type ReadyCount = { readonly from: number; readonly to: number; readonly count: number };

/** The marks of a run, with the layers of the given groups (by index) folded into one row each. */
export function figureMarks(timeline: Timeline, folded: ReadonlySet<number>): FigureMarks {
  const rows: Row[] = [];
  const boxes: Box[] = [];
  const homes = new Map<number, (moment: number) => number>();
  for (const group of timeline.groups) {
    const head = rows.length;
    const open = group.layers.length > 0 && !folded.has(group.index);
    rows.push(requestRow(timeline, group, open));
    if (open) {
      rows.push(...group.layers.map((layer, depth) => layerRow(timeline, group, layer.id, depth)));
      boxes.push(...boxesOf(group, head + 1));
    }
    homes.set(group.index, (moment) => head + (open ? 1 + layerIndexAt(group, moment) : 0));
  }
  const firstThread = rows.length;
  rows.push(...timeline.threads.map((lane) => threadRow(timeline, lane)));
  return {
    loop: timeline.loop && {
      marks: turnMarks(timeline, timeline.loop),
      ready: readyCounts(timeline, timeline.loop),
    },
    rows,
    boxes,
    connectors: connectorsOf(timeline, homes, firstThread),
    shadows: timeline.holds
      .filter((hold) => hold.loop.id === timeline.loop?.thread.id)
      .map((hold) => ({
        from: hold.begin,
        to: hold.end,
        label: `loop held ${formatDuration(hold.duration)}`,
        title: holdSentence(timeline, hold),
      })),
  };
}

const SHAPES: Readonly<Record<State, Shape | null>> = {
  running: 'running',
  blocking: 'blocking',
  ready: 'ready',
  suspended: 'suspended',
  queued: 'ghost',
  'in-thread': 'ghost',
  ended: null,
};

/** A request whose thread is just taking or handing back its work is still away, not at an await of its own. */
function shapeAt(timeline: Timeline, group: RequestGroup, tile: number): Shape | null {
  const state = group.track.state[tile] ?? 'ended';
  const event = timeline.trace.events[group.track.event[tile] ?? -1];
  return state === 'suspended' && event?.kind.startsWith('hop-') ? 'ghost' : SHAPES[state];
}

function requestRow(timeline: Timeline, group: RequestGroup, open: boolean): Row {
  const { request, track } = group;
  return {
    key: `request-${group.index}`,
    kind: 'request',
    depth: 0,
    label: capitalise(requestName(group)),
    detail: request ? `${request.method} ${request.path}` : '',
    group: group.index,
    open: group.layers.length > 0 ? open : null,
    marks: marksOf(timeline, group, (span) => !open || span < 0),
    signs: signsOf(timeline, group),
    life: { from: track.start[0] ?? 0, to: track.end },
  };
}

function layerRow(timeline: Timeline, group: RequestGroup, layer: number, depth: number): Row {
  const row = group.layers[depth];
  return {
    key: `layer-${group.index}-${layer}`,
    kind: 'layer',
    depth,
    label: row ? capitalise(layerWords(row)).replace('The view', 'View') : '',
    detail: row?.mode ?? '',
    group: group.index,
    open: null,
    marks: marksOf(timeline, group, (span) => group.spans[span]?.layer.id === layer),
    signs: [],
    life: null,
  };
}

/** Tiles that belong in one row, neighbours of one look joined. */
function marksOf(
  timeline: Timeline,
  group: RequestGroup,
  belongs: (span: number) => boolean,
): readonly Mark[] {
  const marks: Mark[] = [];
  const { track } = group;
  for (let tile = 0; tile < track.start.length; tile += 1) {
    const shape = shapeAt(timeline, group, tile);
    if (shape === null || !belongs(group.span[tile] ?? -1)) continue;
    const from = track.start[tile] ?? 0;
    const to = tileEnd(track, tile);
    const before = marks.at(-1);
    const chip = chipOf(timeline, group, tile);
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
    const thread = timeline.trace.threads.find((own) => own.id === threadOf(timeline, group, tile));
    return thread ? `in ${thread.name}` : null;
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
  const hop = timeline.hops.find(
    (own) =>
      own.direction === 'to-thread' &&
      own.task === group.task[tile] &&
      own.submit <= moment &&
      (own.start ?? moment + 1) > moment,
  );
  return hop?.thread ?? null;
}

function titleOf(timeline: Timeline, group: RequestGroup, tile: number): string {
  const state = group.track.state[tile] ?? 'ended';
  const event = timeline.trace.events[group.track.event[tile] ?? -1];
  const layer = group.spans[group.span[tile] ?? -1]?.layer;
  const where = layer ? ` in ${layerWords(layer)}` : '';
  const from = timeline.times[group.track.start[tile] ?? 0] ?? 0;
  const to = timeline.times[tileEnd(group.track, tile)] ?? from;
  const why = event?.kind === 'suspend' ? `, waiting for ${WAITS_FOR[event.on]}` : '';
  return `${capitalise(requestName(group))}: ${STATE_WORDS[state]}${why}${where}, ${formatDuration(to - from)}`;
}

function signsOf(timeline: Timeline, group: RequestGroup): readonly Sign[] {
  const id = group.request?.id;
  if (id === undefined) return [];
  const signs: Sign[] = [];
  const name = requestName(group);
  const add = (kind: Sign['kind'], at: number, title: string) =>
    signs.push({ kind, at, group: group.index, title });
  for (const event of timeline.trace.events) {
    if (event.request !== id) continue;
    if (event.kind === 'request-arrive') add('arrive', event.seq, `${capitalise(name)} arrives`);
    if (event.kind === 'response-start') {
      const failed = event.status >= 500;
      add(failed ? 'error' : 'response', event.seq, `Response to ${name}: status ${event.status}`);
    }
    if (event.kind === 'request-end' && event.error !== null) add('error', event.seq, event.error);
    if (event.kind === 'disconnect') add('cancelled', event.seq, `The client of ${name} goes away`);
    if (event.kind === 'task-end' && event.how === 'cancel') {
      add('cancelled', event.seq, `${capitalise(name)} is cancelled`);
    }
  }
  return signs;
}

function boxesOf(group: RequestGroup, firstLayerRow: number): readonly Box[] {
  const rowOf = (layer: number) => firstLayerRow + group.layers.findIndex((own) => own.id === layer);
  return group.spans.map((span, index) => ({
    from: span.enter,
    to: span.exit,
    top: rowOf(span.layer.id),
    bottom: Math.max(
      rowOf(span.layer.id),
      ...group.spans.filter((own) => isInside(group, own.parent, index)).map((own) => rowOf(own.layer.id)),
    ),
    depth: span.depth,
    group: group.index,
  }));
}

function isInside(group: RequestGroup, parent: number, ancestor: number): boolean {
  for (let span = parent; span >= 0; span = group.spans[span]?.parent ?? -1) {
    if (span === ancestor) return true;
  }
  return false;
}

function layerIndexAt(group: RequestGroup, moment: number): number {
  const inside = group.spans.findLast((span) => span.enter <= moment && moment < span.exit);
  return group.layers.findIndex((layer) => layer.id === inside?.layer.id);
}

function threadRow(timeline: Timeline, lane: ThreadLane): Row {
  const marks = lane.stays.flatMap((stay) => {
    const group = timeline.groups[stay.group];
    const name = group ? requestName(group) : 'the program';
    const what = stay.hop ? stay.hop.what : 'the whole request';
    const own = { group: stay.group, place: null };
    const queued: Mark = {
      ...own,
      shape: 'queued',
      from: stay.queued,
      to: stay.start,
      chip: null,
      title: `${capitalise(name)} waits for ${threadName(lane.thread)} to run ${what}`,
    };
    const working: Mark = {
      ...own,
      shape: 'in-thread',
      from: stay.start,
      to: stay.end,
      chip: group?.request?.id ?? null,
      title: `${capitalise(threadName(lane.thread))} runs ${what} for ${name}`,
    };
    const held = stay.held.map(
      (pause): Mark => ({
        ...own,
        shape: 'held',
        from: pause.start,
        to: pause.end,
        chip: 'waits for the loop',
        title: `${capitalise(threadName(lane.thread))} only waits for the loop`,
      }),
    );
    return stay.queued < stay.start ? [queued, working, ...held] : [working, ...held];
  });
  return {
    key: `thread-${lane.thread.id}`,
    kind: 'thread',
    depth: 0,
    label: capitalise(threadName(lane.thread)),
    detail: lane.thread.request === null ? threadRole(lane.thread) : `for ${lane.thread.request}`,
    group: -1,
    open: null,
    marks,
    signs: [],
    life: null,
  };
}

function turnMarks(timeline: Timeline, lane: LoopLane): readonly Mark[] {
  const marks: Mark[] = [];
  const holds = timeline.holds.filter((hold) => hold.loop.id === lane.thread.id);
  for (let turn = 0; turn < lane.begin.length; turn += 1) {
    const from = lane.begin[turn] ?? 0;
    const to = lane.end[turn] ?? from;
    const index = lane.group[turn] ?? -1;
    const group = timeline.groups[index];
    const who = group ? requestName(group) : (lane.name[turn] ?? 'a callback');
    const length = (timeline.times[to] ?? 0) - (timeline.times[from] ?? 0);
    const held = holds.some((hold) => hold.begin >= from && hold.begin < to);
    marks.push({
      shape: (lane.task[turn] ?? -1) >= 0 ? 'running' : 'callback',
      from,
      to,
      group: index,
      chip: held ? null : (group?.request?.id ?? null),
      title: `The loop is held by ${who}, ${formatDuration(length)}`,
      place: null,
    });
  }
  return [
    ...marks,
    ...holds.map(
      (hold): Mark => ({
        shape: 'blocking',
        from: hold.begin,
        to: hold.end,
        group: hold.group,
        chip: timeline.groups[hold.group]?.request?.id ?? null,
        title: holdSentence(timeline, hold),
        place: hold.place,
      }),
    ),
  ];
}

function readyCounts(timeline: Timeline, lane: LoopLane): readonly ReadyCount[] {
  return Array.from(lane.readyStart, (from, index) => ({
    from,
    to: lane.readyStart[index + 1] ?? timeline.end,
    count: lane.readyCount[index] ?? 0,
  })).filter(({ from, to, count }) => count > 0 && (timeline.times[to] ?? 0) > (timeline.times[from] ?? 0));
}

/** Where a request leaves home for a thread and where it comes back. */
function connectorsOf(
  timeline: Timeline,
  homes: ReadonlyMap<number, (moment: number) => number>,
  firstThread: number,
): readonly Connector[] {
  return timeline.threads.flatMap((lane, index) =>
    lane.stays.flatMap((stay) => {
      const home = homes.get(stay.group);
      if (home === undefined || stay.hop === null) return [];
      const to = firstThread + index;
      const from = home(stay.start - 1);
      const there = { at: stay.start, from, to, group: stay.group };
      return stay.hop.end === null ? [there] : [there, { ...there, at: stay.end }];
    }),
  );
}
