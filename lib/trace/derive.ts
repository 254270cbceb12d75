/** From a trace to a timeline: one pure function, in one order, each step in a module of its own. */
import { holdsOf } from './holds';
import { hopsOf, hopsOfSuspends } from './hops';
import { layerSpansOf } from './layer-spans';
import { loopLanesOf, servingLoop } from './loop-lanes';
import { once } from './once';
import { requestGroupsOf } from './request-groups';
import type { Trace } from './schema';
import { taskTracksOf } from './task-tracks';
import { threadLanesOf } from './thread-lanes';
import type { Timeline } from './timeline';
import { turnsOf } from './turns';

/** Everything that is ever shown of a run. Never changes the trace, and works it out once for each. */
export const derive = once(timelineOf);

function timelineOf(trace: Trace): Timeline {
  const hops = hopsOf(trace);
  const turns = turnsOf(trace);
  const times = timesOf(trace);
  const tasks = taskTracksOf(trace, hops, turns, times);
  const serving = servingLoop(trace, turns);
  const groupOf = new Map<string | null, number>(trace.requests.map((request, index) => [request.id, index]));
  groupOf.set(null, trace.requests.length);
  const threads = threadLanesOf(trace, hops, groupOf, serving);
  const groups = requestGroupsOf(trace, tasks, threads, layerSpansOf(trace));
  const loops = loopLanesOf(trace, turns, tasks, groups, serving);
  return {
    trace,
    times,
    end: trace.events.length,
    loop: loops.find((lane) => lane.thread.id === serving) ?? null,
    loops,
    groups,
    threads,
    tasks,
    hops,
    hopOfSuspend: hopsOfSuspends(trace, hops),
    holds: holdsOf(trace, turns, groups, times),
    dues: duesOf(tasks),
    outputs: Uint32Array.from(
      trace.events.filter((event) => event.kind === 'output'),
      (event) => event.seq,
    ),
  };
}

function duesOf(tasks: Timeline['tasks']): Float64Array {
  const starts = [...tasks.values()].flatMap(({ track }) => [...track.start]);
  return Float64Array.from(starts.filter((start) => !Number.isInteger(start))).sort();
}

function timesOf(trace: Trace): Float64Array {
  const times = new Float64Array(trace.events.length + 1);
  for (const event of trace.events) times[event.seq] = event.t;
  times[trace.events.length] = trace.duration;
  return times;
}
