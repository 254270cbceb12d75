/** The lanes of the loop and of the threads. */
import { holdSentence } from '@/lib/trace/blocking';
import { formatDuration } from '@/lib/trace/duration';
import type { LoopLane, ThreadLane, Timeline } from '@/lib/trace/timeline';
import { capitalise, requestName, threadName, threadRole } from '@/lib/trace/words';
import type { Mark, ReadyCount, Row } from './figure-model';

export function threadRow(timeline: Timeline, lane: ThreadLane): Row {
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

/** Who holds the loop, turn by turn, and where it is blocked. */
export function turnMarks(timeline: Timeline, lane: LoopLane): readonly Mark[] {
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

/** How many wait in line for the loop, where it is anybody. */
export function readyCounts(timeline: Timeline, lane: LoopLane): readonly ReadyCount[] {
  return Array.from(lane.readyStart, (from, index) => ({
    from,
    to: lane.readyStart[index + 1] ?? timeline.end,
    count: lane.readyCount[index] ?? 0,
  })).filter(({ from, to, count }) => count > 0 && (timeline.times[to] ?? 0) > (timeline.times[from] ?? 0));
}
