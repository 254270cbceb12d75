/** What is asked of every generated program: all that its trace breaks, as sentences. */

import { derive } from '@/lib/trace/derive';
import { violations } from '@/lib/trace/invariants';
import { type Trace, traceSchema } from '@/lib/trace/schema';
import { stateAt } from '@/lib/trace/state-at';
import type { Timeline } from '@/lib/trace/timeline';
import { tileAt } from '@/lib/trace/tracks';
import { runScenario } from '../kernel/interpreter';
import type { Program } from './program';
import { scenarioOf } from './python';
import { slowHolder, slowState } from './slow-state';

/** Moments of each run at which the fast answer is compared with the slow one. */
const MOMENTS = 8;
/** Tasks of each run that are compared so. */
const TASKS = 25;
/** Seconds of real time after which a run counts as one that never ends. */
const PATIENCE = 120;

/** Runs a program in a fresh interpreter; returns what its trace breaks, nothing for a sound one. */
export async function brokenBy(program: Program): Promise<string[]> {
  let trace: Trace;
  try {
    trace = traceSchema.parse(JSON.parse(await inTime(runScenario(scenarioOf(program)))));
  } catch (error) {
    return [`the run breaks: ${error instanceof Error ? error.message : String(error)}`];
  }
  return [...violations(trace), ...startsUp(trace), ...agreesWithSlowReading(derive(trace))];
}

function inTime<Result>(run: Promise<Result>): Promise<Result> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('it never ends')), PATIENCE * 1000);
  return Promise.race([run, promise]).finally(() => clearTimeout(timer));
}

/** Generated programs are programs: an error at start-up would be the generator's mistake. */
function startsUp({ outcome }: Trace): string[] {
  return outcome.kind === 'startup-error' ? [`it does not start: ${outcome.error.text}`] : [];
}

function agreesWithSlowReading(timeline: Timeline): string[] {
  return sampled(timeline.trace.events, MOMENTS)
    .map(({ seq }) => seq)
    .flatMap((moment) => [
      ...holderAgrees(timeline, moment),
      ...tasksAgree(timeline, moment),
      ...outputAgrees(timeline, moment),
    ]);
}

/** About so many of the rows, evenly spread. */
function sampled<Row>(rows: readonly Row[], count: number): readonly Row[] {
  const step = Math.max(1, Math.ceil(rows.length / count));
  return rows.filter((_, index) => index % step === 0);
}

function holderAgrees(timeline: Timeline, moment: number): string[] {
  if (timeline.loop === null) return [];
  const fast = stateAt(timeline, moment).holder?.name ?? null;
  const slow = slowHolder(timeline, moment);
  return fast === slow ? [] : [`at ${moment} the loop is held by ${fast}, read slowly by ${slow}`];
}

function tasksAgree(timeline: Timeline, moment: number): string[] {
  return sampled(timeline.trace.tasks, TASKS).flatMap(({ id }) => {
    const track = timeline.tasks.get(id)?.track;
    const fast = track?.state[tileAt(track, moment)] ?? null;
    const slow = slowState(timeline, id, moment);
    return fast === slow ? [] : [`at ${moment} task ${id} is ${fast}, read slowly ${slow}`];
  });
}

function outputAgrees(timeline: Timeline, moment: number): string[] {
  const fast = stateAt(timeline, moment).output.length;
  const slow = timeline.trace.events.filter(({ kind, seq }) => kind === 'output' && seq <= moment).length;
  return fast === slow ? [] : [`at ${moment} there are ${fast} lines of output, read slowly ${slow}`];
}
