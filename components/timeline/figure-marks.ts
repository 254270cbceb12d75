/** All marks of a run's figure: the loop, the requests with their layers, the threads, and what crosses them. */
import { holdSentence } from '@/lib/trace/blocking';
import { formatDuration } from '@/lib/trace/duration';
import type { RequestGroup, ThreadLane, Timeline } from '@/lib/trace/timeline';
import type { Box, Connector, FigureMarks, Row } from './figure-model';
import { readyCounts, temporaryLoopRow, threadRow, turnMarks } from './lane-rows';
import { layerRow, requestRow } from './request-rows';

export type Detail = {
  /** Indexes of the groups whose layers share one row. */
  readonly folded: ReadonlySet<number>;
  /** Whether to draw Django's own steps and crossings, and the loop's callbacks. */
  readonly plumbing: boolean;
};

/** The marks of a run in as much detail as is asked for. */
export function figureMarks(timeline: Timeline, { folded, plumbing }: Detail): FigureMarks {
  const rows: Row[] = [];
  const boxes: Box[] = [];
  const homes = new Map<number, (moment: number) => number>();
  for (const group of timeline.groups) {
    const head = rows.length;
    const open = group.layers.length > 0 && !folded.has(group.index);
    rows.push(requestRow(timeline, group, { open, plumbing }));
    if (open) {
      rows.push(...group.layers.map((layer, depth) => layerRow(timeline, group, layer.id, depth)));
      boxes.push(...boxesOf(group, head + 1));
    }
    homes.set(group.index, (moment) => head + (open ? 1 + layerIndexAt(group, moment) : 0));
  }
  const firstThread = rows.length;
  const threads = plumbing ? timeline.threads : threadsInSight(timeline);
  rows.push(...threads.map((lane) => threadRow(timeline, lane)));
  const others = timeline.loops.filter((lane) => lane !== timeline.loop);
  rows.push(...others.map((lane) => temporaryLoopRow(timeline, lane, plumbing)));
  return {
    loop: timeline.loop && {
      marks: turnMarks(timeline, timeline.loop, plumbing),
      ready: readyCounts(timeline, timeline.loop, plumbing),
    },
    rows,
    boxes,
    connectors: connectorsOf(threads, homes, firstThread),
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

/** Lanes without the crossings that Django makes for itself; a thread that has no others is left out. */
function threadsInSight(timeline: Timeline): readonly ThreadLane[] {
  return timeline.threads
    .map((lane) => ({ ...lane, stays: lane.stays.filter(({ hop }) => hop?.internal !== true) }))
    .filter(({ stays }) => stays.length > 0);
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

/** Where a request leaves home for a thread and where it comes back. */
function connectorsOf(
  threads: readonly ThreadLane[],
  homes: ReadonlyMap<number, (moment: number) => number>,
  firstThread: number,
): readonly Connector[] {
  return threads.flatMap((lane, index) =>
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
