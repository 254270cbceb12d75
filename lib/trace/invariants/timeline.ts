/** What must be true of whatever is derived from a trace. */
import { metrics } from '../metrics';
import { story } from '../story';
import { STATES, type StateTrack, type Timeline } from '../timeline';

/** The tiles of a life stand in order, each with a length, inside the run. */
export function tracksTile({ tasks, groups, end }: Timeline): string[] {
  const sound = (track: StateTrack) =>
    track.end <= end &&
    track.start.every((moment, tile) => moment < (track.start[tile + 1] ?? Math.max(track.end, moment + 1)));
  const broken: string[] = [];
  for (const { row, track } of tasks.values()) if (!sound(track)) broken.push(`task ${row.id} does not tile`);
  for (const { request, track } of groups) {
    if (!sound(track)) broken.push(`request ${request?.id ?? 'none'} does not tile`);
  }
  return broken;
}

/** Busy and idle time of the loop make up the run. */
export function loopAddsUp(timeline: Timeline): string[] {
  const { loopBusy, loopIdle, wall } = metrics(timeline);
  if (timeline.loop === null) return [];
  if (loopBusy < 0 || loopIdle < 0 || loopBusy + loopIdle !== wall) {
    return [`the loop is busy for ${loopBusy} and idle for ${loopIdle} of ${wall} microseconds`];
  }
  return [];
}

/** Nothing in a worker thread counts as blocking the loop. */
export function onlyLoopsAreBlocked({ holds, loops, trace }: Timeline): string[] {
  const threads = new Set(loops.map((lane) => lane.thread.id));
  return holds
    .filter((hold) => !threads.has(hold.loop.id) || trace.events[hold.begin]?.thread !== hold.loop.id)
    .map((hold) => `a hold at event ${hold.begin} is not on a loop's thread`);
}

/** The states of a request make up its life, and none is negative. */
export function statesAddUp(timeline: Timeline): string[] {
  return metrics(timeline).requests.flatMap(({ request, life, time }) => {
    const sum = STATES.reduce((total, state) => total + time[state], 0);
    const negative = STATES.some((state) => time[state] < 0);
    return Math.abs(sum - life) > 0.001 || negative
      ? [`the states of request ${request} make ${sum} of its ${life} microseconds`]
      : [];
  });
}

/** Nobody waits for longer during a hold than the hold lasts, and no two requests hold one loop. */
export function waitsFitTheirHold({ holds, groups }: Timeline): string[] {
  return holds.flatMap((hold) =>
    hold.waited
      .filter(({ group, duration }) => duration > hold.duration + 0.001 || group === hold.group)
      .map(
        ({ group, duration }) =>
          `request ${groups[group]?.request?.id} waited ${duration} in a hold of ${hold.duration} microseconds`,
      ),
  );
}

/** The story has a row for every event, in order, and each says something. */
export function storyTellsAll(timeline: Timeline): string[] {
  const rows = story(timeline);
  const broken = rows
    .filter((row, index) => row.moment !== index || row.sentence.trim() === '')
    .map((row) => `the story stumbles at event ${row.moment}`);
  if (rows.length !== timeline.trace.events.length)
    broken.push(`the story has ${rows.length} rows for ${timeline.trace.events.length} events`);
  return broken;
}
