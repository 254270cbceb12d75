/** All marks of a run's figure: the loop, the requests with their layers, the threads, and what crosses them. */
import { type Batch, batchesOf } from '@/lib/trace/batches';
import { holdSentence } from '@/lib/trace/blocking';
import { formatDuration } from '@/lib/trace/duration';
import type { RequestGroup, ThreadLane, Timeline } from '@/lib/trace/timeline';
import type { Box, Connector, FigureMarks, Row } from './figure-model';
import { readyCounts, temporaryLoopRow, threadRow, turnMarks } from './lane-rows';
import { layerRow, requestRow } from './request-rows';
import { type RowPlan, stackRows } from './rows';
import { batchRow, threadsRow } from './summary-rows';

export type Detail = {
  /** Indexes of the groups whose layers share one row. */
  readonly folded: ReadonlySet<number>;
  /** Whether to draw Django's own steps and crossings, and the loop's callbacks. */
  readonly plumbing: boolean;
  /** Indexes of the groups to draw, in order; all unless given. */
  readonly shown?: readonly number[];
  /** First groups of the batches whose requests have rows of their own. */
  readonly openBatches?: ReadonlySet<number>;
  /** Whether each of many threads has a row of its own. */
  readonly threadsOpen?: boolean;
};

/** Up to here every thread has a row of its own. */
const FEW_THREADS = 24;
const NONE: ReadonlySet<number> = new Set();

/** The marks of a run in as much detail as is asked for. */
export function figureMarks(timeline: Timeline, detail: Detail): FigureMarks {
  const { plumbing, shown = timeline.groups.map(({ index }) => index), threadsOpen = false } = detail;
  const threads = threadsShown(timeline, detail);
  const others = timeline.loops.filter((lane) => lane !== timeline.loop);
  const manyThreads = threads.length > FEW_THREADS;
  const plans = [
    ...requestPlans(timeline, shown, detail),
    ...(manyThreads ? [threadsRow(threads, threadsOpen)] : []),
    ...(manyThreads && !threadsOpen ? [] : threads.map((lane) => threadRow(timeline, lane))),
    ...others.map((lane) => temporaryLoopRow(timeline, lane, plumbing)),
  ];
  const rows = stackRows(timeline, plans, plumbing ? 'plumbing' : '');
  const byKey = new Map(rows.map((row) => [row.key, row]));
  return {
    loop: timeline.loop && {
      marks: turnMarks(timeline, timeline.loop, plumbing),
      ready: readyCounts(timeline, timeline.loop, plumbing),
    },
    rows,
    boxes: shown.flatMap((index) => boxesOf(timeline.groups[index], byKey)),
    connectors: connectorsOf(timeline, threads, byKey),
    shadows: timeline.holds
      .filter((hold) => hold.loop.id === timeline.loop?.thread.id)
      .map((hold) => ({
        from: hold.begin,
        to: hold.end,
        label: `loop held ${formatDuration(hold.duration)}`,
        title: holdSentence(timeline, hold),
      })),
    height: rows.reduce((height, row) => height + row.height, 0),
  };
}

function requestPlans(timeline: Timeline, shown: readonly number[], detail: Detail): readonly RowPlan[] {
  const rowsOf = (index: number) => groupPlans(timeline, timeline.groups[index], detail);
  const batches = batchesOf(shown);
  if (batches.length === 0) return shown.flatMap(rowsOf);
  return batches.flatMap((batch) => {
    const open = isOpen(batch, detail);
    const summary = batchRow(timeline, batch, open);
    return open ? [summary, ...batch.groups.flatMap(rowsOf)] : [summary];
  });
}

const isOpen = ({ first }: Batch, { openBatches = NONE }: Detail): boolean => openBatches.has(first);

function groupPlans(
  timeline: Timeline,
  group: RequestGroup | undefined,
  { folded, plumbing }: Detail,
): readonly RowPlan[] {
  if (group === undefined) return [];
  const open = group.layers.length > 0 && !folded.has(group.index);
  const own = requestRow(timeline, group, { open, plumbing });
  if (!open) return [own];
  return [own, ...group.layers.map((layer, depth) => layerRow(timeline, group, layer.id, depth))];
}

/**
 * Without the plumbing, lanes lack the crossings that Django makes for itself, and a thread that has no others
 * is left out; so is one that works only for requests that are not shown.
 */
function threadsShown(timeline: Timeline, { plumbing, shown }: Detail): readonly ThreadLane[] {
  const lanes = plumbing
    ? timeline.threads
    : timeline.threads.map((lane) => ({
        ...lane,
        stays: lane.stays.filter(({ hop }) => hop?.internal !== true),
      }));
  const groups = shown && new Set(shown);
  return lanes.filter(({ stays }) =>
    stays.some(({ group }) => groups === undefined || group < 0 || groups.has(group)),
  );
}

function boxesOf(group: RequestGroup | undefined, rows: ReadonlyMap<string, Row>): readonly Box[] {
  if (group === undefined || rows.get(`request-${group.index}`)?.open !== true) return [];
  const topOf = (layer: number) => rows.get(`layer-${group.index}-${layer}`)?.top ?? 0;
  return group.spans.map((span, index) => ({
    from: span.enter,
    to: span.exit,
    top: topOf(span.layer.id),
    bottom: Math.max(
      topOf(span.layer.id),
      ...group.spans.filter((own) => isInside(group, own.parent, index)).map((own) => topOf(own.layer.id)),
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

/** The row in which a request stands at a moment: that of its layer, or its own; none where it is in a batch. */
export function homeOf(
  timeline: Timeline,
  index: number,
  moment: number,
  rows: ReadonlyMap<string, Row>,
): Row | undefined {
  const group = timeline.groups[index];
  const inside = group?.spans.findLast((span) => span.enter <= moment && moment < span.exit);
  return rows.get(`layer-${index}-${inside?.layer.id}`) ?? rows.get(`request-${index}`);
}

/** Where a request leaves home for a thread and where it comes back. */
function connectorsOf(
  timeline: Timeline,
  threads: readonly ThreadLane[],
  rows: ReadonlyMap<string, Row>,
): readonly Connector[] {
  return threads.flatMap((lane) => {
    const thread = rows.get(`thread-${lane.thread.id}`);
    if (thread === undefined) return [];
    return lane.stays.flatMap((stay) => {
      const home = homeOf(timeline, stay.group, stay.start - 1, rows);
      if (home === undefined || stay.hop === null) return [];
      const there = { at: stay.start, from: home.top, to: thread.top, group: stay.group };
      return stay.hop.end === null ? [there] : [there, { ...there, at: stay.end }];
    });
  });
}
