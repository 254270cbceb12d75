/** What must be true of every trace, whatever ran. Property tests hold generated programs against this. */
import { inWords as at, contradictions } from './contradictions';
import { derive } from './derive';
import { layersCloseInOrder, rowsTellTheEvents, runsComeToAnEnd } from './invariants/requests';
import {
  heldThreadsRest,
  tasksAreMadeOnce,
  threadsFitTheServer,
  turnsBelongToTheirTask,
} from './invariants/threads';
import {
  loopAddsUp,
  onlyLoopsAreBlocked,
  statesAddUp,
  storyTellsAll,
  tracksTile,
  waitsFitTheirHold,
} from './invariants/timeline';
import type { Trace } from './schema';
import type { Hop, Timeline } from './timeline';

/** Every broken invariant as a sentence; empty for a sound trace. */
export function violations(trace: Trace): string[] {
  const timeline = derive(trace);
  return [
    ...contradictions(trace),
    ...oneHolder(trace),
    ...wakesHaveCauses(trace),
    ...turnsFollowWakes(timeline),
    ...hopsComeBack(timeline),
    ...layersNest(trace),
    ...blocksPair(trace),
    ...tracksTile(timeline),
    ...loopAddsUp(timeline),
    ...onlyLoopsAreBlocked(timeline),
    ...linesInOrder(trace),
    ...turnsBelongToTheirTask(trace),
    ...heldThreadsRest(trace),
    ...tasksAreMadeOnce(trace),
    ...threadsFitTheServer(trace),
    ...rowsTellTheEvents(trace),
    ...runsComeToAnEnd(trace),
    ...layersCloseInOrder(trace),
    ...statesAddUp(timeline),
    ...waitsFitTheirHold(timeline),
    ...storyTellsAll(timeline),
  ];
}

/** At most one holder of a loop at a time. */
function oneHolder(trace: Trace): string[] {
  const broken: string[] = [];
  const held = new Set<number>();
  for (const event of trace.events) {
    if (event.kind === 'turn-begin') {
      if (held.has(event.thread)) broken.push(`${at(event)} begins while the loop is held`);
      held.add(event.thread);
    } else if (event.kind === 'turn-end') {
      if (!held.has(event.thread)) broken.push(`${at(event)} ends a turn that never began`);
      held.delete(event.thread);
    }
  }
  return broken;
}

function wakesHaveCauses(trace: Trace): string[] {
  return trace.events
    .filter((event) => event.kind === 'wake' && event.cause === null)
    .map((event) => `${at(event)} has no cause`);
}

/** A task runs only after something made it ready, and never after its end. */
function turnsFollowWakes({ trace, tasks }: Timeline): string[] {
  const broken: string[] = [];
  for (const event of trace.events) {
    if (event.kind !== 'turn-begin' || event.task === null) continue;
    const track = tasks.get(event.task)?.track;
    if (track === undefined || event.seq > track.end) {
      broken.push(`${at(event)} hands the loop to a task that has ended`);
      continue;
    }
    const tile = track.start.indexOf(event.seq);
    const before = tile > 0 ? track.state[tile - 1] : undefined;
    if (tile > 0 && before !== 'ready')
      broken.push(`${at(event)} resumes a task that is ${before}, not ready`);
  }
  return broken;
}

/**
 * Every hop returns, or ends in an error or a cancel, unless the run was cut short. Who was cancelled goes on
 * before the thread is done, or has even begun.
 */
function hopsComeBack({ trace, hops }: Timeline): string[] {
  const broken: string[] = [];
  const whole = trace.outcome.kind === 'finished' && !trace.truncated;
  for (const hop of hops) {
    const name = `hop ${hop.id} (${hop.what})`;
    const ended = hop.how !== null && hop.how !== 'return';
    if (whole && hop.back === null && !ended && !isLeftBehind(trace, hop)) {
      broken.push(`${name} never comes back`);
    }
    const order = [hop.submit, hop.start, hop.end].filter((moment) => moment !== null);
    if (order.some((moment, index) => moment < (order[index - 1] ?? -1)))
      broken.push(`${name} runs backwards`);
    if (hop.back === null) continue;
    const result = trace.events[hop.back]?.cause ?? null;
    if (result === null ? hop.end !== null && hop.end < hop.back : result !== hop.end)
      broken.push(`${name} does not come back from its end`);
  }
  return broken;
}

/** True for what a thread or a task is still about when the server stops: nobody of the server waits for it. */
function isLeftBehind(trace: Trace, hop: Hop): boolean {
  if (hop.start === null || hop.end !== null) return false;
  const carrier = trace.events[hop.start]?.task ?? null;
  return !trace.events.some(
    ({ kind, task }) => kind === 'task-end' && task !== null && (task === carrier || task === hop.task),
  );
}

/** A layer is left only after it was entered, and, in a run that finished, is left at all. */
function layersNest(trace: Trace): string[] {
  const broken: string[] = [];
  const inside = new Map<string, number>();
  for (const event of trace.events) {
    if (event.kind !== 'layer-enter' && event.kind !== 'layer-exit') continue;
    const key = `layer ${event.layer} of request ${event.request}`;
    const depth = (inside.get(key) ?? 0) + (event.kind === 'layer-enter' ? 1 : -1);
    if (depth < 0) broken.push(`${at(event)} leaves ${key}, which was not entered`);
    inside.set(key, Math.max(depth, 0));
  }
  if (trace.outcome.kind !== 'finished' || trace.truncated) return broken;
  for (const [key, depth] of inside) if (depth > 0) broken.push(`${key} is never left`);
  return broken;
}

function blocksPair(trace: Trace): string[] {
  const broken: string[] = [];
  const held = new Map<number, number>();
  for (const event of trace.events) {
    if (event.kind === 'block-begin') held.set(event.thread, (held.get(event.thread) ?? 0) + 1);
    if (event.kind !== 'block-end') continue;
    const depth = held.get(event.thread) ?? 0;
    if (depth === 0) broken.push(`${at(event)} ends a block that never began`);
    held.set(event.thread, Math.max(depth - 1, 0));
  }
  return broken;
}

function linesInOrder(trace: Trace): string[] {
  if (trace.lines.length % 3 !== 0) return ['the executed lines are not whole triples'];
  for (let index = 3; index < trace.lines.length; index += 3) {
    if ((trace.lines[index] ?? 0) < (trace.lines[index - 3] ?? 0))
      return [`line entry ${index / 3} is out of order`];
  }
  return [];
}
