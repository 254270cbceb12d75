/** Blocking: who kept a loop from everybody else, where, for how long, and who paid for it. */
import { placeOf } from './places';
import type { Trace } from './schema';
import type { Hold, RequestGroup } from './timeline';
import { timeIn } from './tracks';
import type { Turn } from './turns';

/** Every hold of a loop in order. Holds that take no virtual time cost nobody anything and are left out. */
export function holdsOf(
  trace: Trace,
  turns: readonly Turn[],
  groups: readonly RequestGroup[],
  times: Float64Array,
): readonly Hold[] {
  const holds: Hold[] = [];
  const groupOfTask = new Map<number | null, number>(
    groups.flatMap(({ index, tasks }) => tasks.map(({ row }) => [row.id, index])),
  );
  const add = (turn: Turn, begin: number, end: number, on: Hold['on'], what: string) => {
    const duration = (times[end] ?? 0) - (times[begin] ?? 0);
    const loop = trace.threads.find((thread) => thread.id === turn.thread);
    if (duration <= 0 || loop === undefined) return;
    const group = groupOfTask.get(turn.task) ?? -1;
    const event = trace.events.slice(begin, end + 1).find((own) => own.frame !== null && placeOf(trace, own));
    const layerId = trace.events[begin]?.layer ?? event?.layer ?? null;
    holds.push({
      loop,
      begin,
      end,
      duration,
      on,
      what,
      group,
      layer: trace.layers.find((layer) => layer.id === layerId) ?? null,
      place: event ? placeOf(trace, event) : null,
      waited: waitedDuring(groups, group, times, begin, end),
    });
  };
  for (const turn of turns) {
    if (turn.longComputation) add(turn, turn.begin, turn.end, 'cpu', turn.name);
    for (let moment = turn.begin; moment < turn.end; moment += 1) {
      const event = trace.events[moment];
      if (event?.kind !== 'block-begin' || event.thread !== turn.thread) continue;
      add(turn, moment, blockEnd(trace, event.thread, moment, turn.end), event.on, event.what);
    }
  }
  return holds.sort((one, other) => one.begin - other.begin);
}

function blockEnd(trace: Trace, thread: number, begin: number, turnEnd: number): number {
  for (let moment = begin + 1; moment < turnEnd; moment += 1) {
    const event = trace.events[moment];
    if (event?.kind === 'block-end' && event.thread === thread) return moment;
  }
  return turnEnd;
}

function waitedDuring(
  groups: readonly RequestGroup[],
  holder: number,
  times: Float64Array,
  begin: number,
  end: number,
): Hold['waited'] {
  return groups
    .filter((group) => group.index !== holder)
    .map((group) => ({ group: group.index, duration: timeIn(group.track, 'ready', times, begin, end) }))
    .filter(({ duration }) => duration > 0)
    .sort((one, other) => other.duration - one.duration);
}
