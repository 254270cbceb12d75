/** The lanes of the event loops: one turn after the other, and how many wait in line meanwhile. */
import type { Trace } from './schema';
import type { LoopLane, RequestGroup, StateTrack, TaskTrack } from './timeline';
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

/** A lane for each loop, in the order of the thread table. The serving one counts ready requests, not tasks. */
export function loopLanesOf(
  trace: Trace,
  turns: readonly Turn[],
  tasks: ReadonlyMap<number, TaskTrack>,
  groups: readonly RequestGroup[],
  serving: number | null,
): readonly LoopLane[] {
  const groupOfTask = new Map(groups.flatMap((group) => group.tasks.map(({ row }) => [row.id, group.index])));
  const groupOfRequest = new Map(groups.map((group) => [group.request?.id ?? null, group.index]));
  const turnsOfThread = Map.groupBy(turns, ({ thread }) => thread);
  const tasksOfThread = Map.groupBy(tasks.values(), ({ row }) => row.thread);
  return trace.threads.flatMap((thread) => {
    const own = turnsOfThread.get(thread.id);
    if (own === undefined) return [];
    const ready = readyCounts(
      thread.id === serving
        ? groups.map(({ track }) => track)
        : (tasksOfThread.get(thread.id) ?? []).map(({ track }) => track),
    );
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

/** How many of the owners of these tracks could go on if the loop were free. */
function readyCounts(tracks: readonly StateTrack[]): Pick<LoopLane, 'readyStart' | 'readyCount'> {
  const changes = new Map<number, number>();
  const add = (position: number, by: number) => changes.set(position, (changes.get(position) ?? 0) + by);
  for (const track of tracks) {
    track.state.forEach((state, tile) => {
      if (state !== 'ready') return;
      add(track.start[tile] ?? 0, 1);
      add(tileEnd(track, tile), -1);
    });
  }
  const moments = [...changes].filter(([, by]) => by !== 0).sort(([one], [other]) => one - other);
  const counts: number[] = [];
  for (const [, by] of moments) counts.push((counts.at(-1) ?? 0) + by);
  return {
    readyStart: Float64Array.from(moments, ([position]) => position),
    readyCount: Uint32Array.from(counts),
  };
}
