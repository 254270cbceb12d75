/** Rows that stand for many: a batch of requests, or all threads, by how many are in which state. */
import type { Batch } from '@/lib/trace/batches';
import { groupCounts, stateCounts } from '@/lib/trace/density';
import { formatDuration } from '@/lib/trace/duration';
import type { RequestGroup, StateTrack, ThreadLane, Timeline } from '@/lib/trace/timeline';
import { timeAtPosition } from '@/lib/trace/times';
import { tileEnd } from '@/lib/trace/tracks';
import { capitalise, requestName } from '@/lib/trace/words';
import type { Mark } from './figure-model';
import { signsOf } from './request-rows';
import type { RowPlan } from './rows';

/** A pile of states needs the room of two rows. */
const HEIGHT = 2;

export function batchRow(timeline: Timeline, batch: Batch, open: boolean): RowPlan {
  const members = batch.groups.flatMap((index) => timeline.groups[index] ?? []);
  const [first, last] = [members[0], members.at(-1)];
  return {
    head: {
      key: `batch-${batch.first}`,
      kind: 'summary',
      depth: 0,
      label: `${first?.request?.id ?? ''} – ${last?.request?.id ?? 'the program'}`,
      detail: troubles(members).join(', ') || `${members.length} requests`,
      group: batch.first,
      open,
      height: HEIGHT,
    },
    members: batch.groups.join(),
    draw: () => ({
      // What blocked the loop, and who failed, is marked by itself: a mean would smooth it away.
      marks: batch.groups.flatMap((group) => blockingMarks(timeline, group)),
      signs: members
        .flatMap((group) => signsOf(timeline, group))
        .filter(({ kind }) => kind === 'error' || kind === 'cancelled')
        .sort((one, other) => one.at - other.at),
      counts: groupCounts(timeline, batch.groups),
    }),
  };
}

/** What a reader looks for first: who failed, who blocked. */
function troubles(members: readonly RequestGroup[]): readonly string[] {
  const failed = members.filter(({ request }) => (request?.status ?? 0) >= 500 || request?.error != null);
  const blocking = members.filter(({ track }) => track.state.includes('blocking'));
  return [
    ...(failed.length > 0 ? [`${failed.length} failed`] : []),
    ...(blocking.length > 0 ? [`${blocking.length} blocking`] : []),
  ];
}

function blockingMarks(timeline: Timeline, index: number): readonly Mark[] {
  const group = timeline.groups[index];
  if (group === undefined) return [];
  const { track } = group;
  return track.state.flatMap((state, tile) => {
    if (state !== 'blocking') return [];
    const [from, to] = [track.start[tile] ?? 0, tileEnd(track, tile)];
    const length = timeAtPosition(timeline.times, to) - timeAtPosition(timeline.times, from);
    const title = `${capitalise(requestName(group))} blocks the loop for ${formatDuration(length)}`;
    return [{ shape: 'blocking', from, to, group: index, chip: null, title, place: null }];
  });
}

/** All threads of a run in one row, where there are too many to look at one by one. */
export function threadsRow(lanes: readonly ThreadLane[], open: boolean): RowPlan {
  return {
    head: {
      key: 'threads',
      kind: 'summary',
      depth: 0,
      label: 'Threads',
      detail: `${lanes.length} threads`,
      group: -1,
      open,
      height: HEIGHT,
    },
    members: lanes.map(({ thread }) => thread.id).join(),
    draw: () => ({ counts: stateCounts(lanes.flatMap(({ stays }) => stays.map(trackOfStay))) }),
  };
}

const trackOfStay = (stay: ThreadLane['stays'][number]): StateTrack => ({
  start: Float64Array.of(stay.queued, stay.start),
  state: ['queued', 'in-thread'],
  event: Uint32Array.of(stay.queued, stay.start),
  end: stay.end,
});
