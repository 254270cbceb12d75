/** The lanes of the loop and of the threads. */
import { holdSentence } from '@/lib/trace/blocking';
import { formatDuration } from '@/lib/trace/duration';
import { headlinesOf } from '@/lib/trace/headlines';
import type { LoopLane, Stay, ThreadLane, Timeline } from '@/lib/trace/timeline';
import { timeAtPosition } from '@/lib/trace/times';
import { capitalise, layerWords, requestName, threadName, threadRole } from '@/lib/trace/words';
import type { Mark, ReadyCount } from './figure-model';
import type { RowPlan } from './rows';

/** Without the plumbing, what is not told and shorter than this is left out, in microseconds. */
const SHORT = 1000;

export function threadRow(timeline: Timeline, lane: ThreadLane): RowPlan {
  return {
    head: {
      key: `thread-${lane.thread.id}`,
      kind: 'thread',
      depth: 0,
      label: `Thread ${lane.thread.name}`,
      detail: lane.thread.request === null ? threadRole(lane.thread) : `for ${lane.thread.request}`,
      group: -1,
      open: null,
      height: 1,
    },
    draw: () => ({ marks: stayMarks(timeline, lane) }),
  };
}

/** What a thread did: where it was queued for, worked, and only waited for the loop. */
function stayMarks(timeline: Timeline, lane: ThreadLane): readonly Mark[] {
  return lane.stays.flatMap((stay) => {
    const group = timeline.groups[stay.group];
    const name = group ? requestName(group) : 'the program';
    const what = stay.hop?.layer ? layerWords(stay.hop.layer) : (stay.hop?.what ?? 'the whole request');
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
    const held = pausesOf(stay, lane.stays).map(
      (pause): Mark => ({
        ...own,
        shape: 'held',
        from: pause.start,
        to: pause.end,
        chip: 'waits for the loop',
        title: `${capitalise(threadName(lane.thread))} only waits for the loop`,
      }),
    );
    const waited =
      (timeline.times[stay.queued] ?? 0) < (timeline.times[stay.start] ?? 0) &&
      !lane.stays.some((outer) => encloses(outer, stay));
    return waited ? [queued, working, ...held] : [working, ...held];
  });
}

const encloses = (outer: Stay, inner: Stay): boolean =>
  outer !== inner && outer.start <= inner.start && inner.end <= outer.end;

/** Where a stay waits for the loop, less the work that its thread takes on meanwhile. */
function pausesOf(stay: Stay, stays: readonly Stay[]): Stay['held'] {
  const inner = stays.filter((own) => encloses(stay, own));
  return stay.held.flatMap((pause) => {
    const pauses: { start: number; end: number }[] = [];
    let start = pause.start;
    for (const work of inner.filter((own) => own.start >= pause.start && own.end <= pause.end)) {
      pauses.push({ start, end: work.start });
      start = work.end;
    }
    pauses.push({ start, end: pause.end });
    return pauses.filter((own) => own.start < own.end);
  });
}

/** Who holds the loop, turn by turn, and where it is blocked. */
export function turnMarks(timeline: Timeline, lane: LoopLane, plumbing: boolean): readonly Mark[] {
  const marks: Mark[] = [];
  const headlines = headlinesOf(timeline);
  const holds = timeline.holds.filter((hold) => hold.loop.id === lane.thread.id);
  for (let turn = 0; turn < lane.begin.length; turn += 1) {
    const from = lane.begin[turn] ?? 0;
    const to = lane.end[turn] ?? from;
    const index = lane.group[turn] ?? -1;
    const group = timeline.groups[index];
    const who = group ? requestName(group) : (lane.name[turn] ?? 'a callback');
    const length = (timeline.times[to] ?? 0) - (timeline.times[from] ?? 0);
    if (!plumbing && headlines[from] === 0 && length < SHORT) continue;
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

/** A loop made for one `async_to_sync` under WSGI: it stands among the threads, since it has one to itself. */
export function temporaryLoopRow(timeline: Timeline, lane: LoopLane, plumbing: boolean): RowPlan {
  return {
    head: {
      key: `loop-${lane.thread.id}`,
      kind: 'thread',
      depth: 0,
      label: `Loop ${lane.thread.name}`,
      detail: threadRole(lane.thread),
      group: -1,
      open: null,
      height: 1,
    },
    draw: () => ({ marks: turnMarks(timeline, lane, plumbing) }),
  };
}

/** How many wait in line for the loop, where it is anybody. */
export function readyCounts(timeline: Timeline, lane: LoopLane, plumbing: boolean): readonly ReadyCount[] {
  const shortest = plumbing ? 1 : SHORT;
  return Array.from(lane.readyStart, (from, index) => ({
    from,
    to: lane.readyStart[index + 1] ?? timeline.end,
    count: lane.readyCount[index] ?? 0,
  })).filter(
    ({ from, to, count }) =>
      count > 0 && timeAtPosition(timeline.times, to) - timeAtPosition(timeline.times, from) >= shortest,
  );
}
