/** The lanes of the event loops: one turn after the other, and how many wait in line meanwhile. */
import type { Trace } from './schema';
import type { LoopLane, RequestGroup, TaskTrack } from './timeline';
import { tileEnd } from './tracks';
import type { Turn } from './turns';

/** The loop that serves the requests: the server's, else the first that ever ran; null without any. */
export function servingLoop(trace: Trace, turns: readonly Turn[]): number | null {
  const loops = new Set(turns.map((turn) => turn.thread));
  const served = trace.threads.find((thread) => thread.kind === 'loop' && loops.has(thread.id));
  if (served) return served.id;
  const threads = trace.threads.filter((thread) => loops.has(thread.id));
  return (threads.find((thread) => thread.kind !== 'temporary-loop') ?? null)?.id ?? null;
}

/** A lane for each loop, in the order of the thread table. */
export function loopLanesOf(
  trace: Trace,
  turns: readonly Turn[],
  tasks: ReadonlyMap<number, TaskTrack>,
  groups: readonly RequestGroup[],
  serving: number | null,
): readonly LoopLane[] {
  const groupOfTask = new Map(groups.flatMap((group) => group.tasks.map(({ row }) => [row.id, group.index])));
  const groupOfRequest = new Map(groups.map((group) => [group.request?.id ?? null, group.index]));
  return trace.threads.flatMap((thread) => {
    const own = turns.filter((turn) => turn.thread === thread.id);
    if (own.length === 0) return [];
    const waiting = [...tasks.values()].filter(({ row }) => row.thread === thread.id);
    const ready = readyCounts(waiting, thread.id === serving ? groups : []);
    return [
      {
        thread,
        begin: Uint32Array.from(own, (turn) => turn.begin),
        end: Uint32Array.from(own, (turn) => turn.end),
        task: Int32Array.from(own, (turn) => turn.task ?? -1),
        group: Int32Array.from(own, (turn) =>
          turn.task === null || !groupOfTask.has(turn.task)
            ? turn.request === null
              ? -1
              : (groupOfRequest.get(turn.request) ?? -1)
            : (groupOfTask.get(turn.task) ?? -1),
        ),
        name: own.map((turn) => turn.name),
        ...ready,
      },
    ];
  });
}

/** How many could go on if the loop were free: ready tasks, and requests that nobody has taken up yet. */
function readyCounts(
  tasks: readonly TaskTrack[],
  groups: readonly RequestGroup[],
): Pick<LoopLane, 'readyStart' | 'readyCount'> {
  const changes = new Map<number, number>();
  const add = (moment: number, by: number) => changes.set(moment, (changes.get(moment) ?? 0) + by);
  const addTiles = (track: TaskTrack['track'], counts: (tile: number) => boolean) => {
    for (let tile = 0; tile < track.start.length; tile += 1) {
      if (!counts(tile)) continue;
      add(track.start[tile] ?? 0, 1);
      add(tileEnd(track, tile), -1);
    }
  };
  for (const { track } of tasks) addTiles(track, (tile) => track.state[tile] === 'ready');
  for (const { track, task } of groups) {
    addTiles(track, (tile) => track.state[tile] === 'ready' && task[tile] === -1);
  }
  const moments = [...changes].filter(([, by]) => by !== 0).sort(([one], [other]) => one - other);
  const counts: number[] = [];
  for (const [, by] of moments) counts.push((counts.at(-1) ?? 0) + by);
  return {
    readyStart: Float64Array.from(moments, ([moment]) => moment),
    readyCount: Uint32Array.from(counts),
  };
}
