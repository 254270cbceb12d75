/** One sentence about a run that is over: it is shown beside the buttons and read out. */
import { formatDuration } from '@/lib/trace/duration';
import type { Trace } from '@/lib/trace/schema';
import type { ExplainedRun, FinishedRun, SessionState } from './session-state';

/** What the last run came to; null before the first. Numbered, so that two equal runs are both read out. */
export function summaryOf({
  run,
  runs,
  finished,
}: Pick<SessionState, 'run' | 'runs' | 'finished'>): string | null {
  if (run.kind === 'failed') return `Run ${runs}: ${run.problem.title}.`;
  return finished === null ? null : `Run ${runs}: ${outcomeOf(finished)}`;
}

function outcomeOf({ results }: FinishedRun): string {
  const problems = results
    .flatMap((result) => result.problems)
    .filter(({ severity }) => severity !== 'notice');
  const trouble =
    problems.length === 0 ? '' : ` ${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}.`;
  const [only] = results;
  if (results.length === 1 && only !== undefined) return `${oneRun(only)}${trouble}`;
  return `${results.length} stacks ran.${trouble}`;
}

function oneRun({ trace, wallMilliseconds }: ExplainedRun): string {
  if (trace.outcome.kind === 'startup-error') return 'Django did not start.';
  const real = `computed in ${(wallMilliseconds / 1000).toFixed(1)} s`;
  return `${statusesOf(trace)}. ${formatDuration(trace.duration)} on the run’s clock, ${real}.`;
}

/** '3 × 200', '2 × 200 and 1 × 500'. */
function statusesOf(trace: Trace): string {
  const groups = Map.groupBy(trace.requests, ({ status }) => status ?? 'no response');
  return (
    [...groups].map(([status, requests]) => `${requests.length} × ${status}`).join(' and ') || 'No request'
  );
}
