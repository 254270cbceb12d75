import {
  allStatuses,
  type Check,
  elapsedAtMost,
  everyStack,
  failed,
  headerEquals,
  loggedOnce,
  noWarning,
  startsUp,
} from '@/lib/checks';
import { at, threadOf } from '@/lib/checks/evidence';
import { formatDuration, list } from '@/lib/trace/duration';
import type { Trace, TraceEvent } from '@/lib/trace/schema';

const ONE_WAIT = 100_000;
const BOTH_AT_ONCE = 150_000;

/** The events that begin a wait of a service's length, on the loop or in a thread. */
function longWaits(trace: Trace): readonly TraceEvent[] {
  return trace.events.filter(
    (event) =>
      (event.kind === 'suspend' && event.until !== null && event.until - event.t >= ONE_WAIT / 2) ||
      (event.kind === 'block-begin' && event.on === 'sleep'),
  );
}

/** The limit of time; its failure says when and where each wait began. */
const both = elapsedAtMost(BOTH_AT_ONCE);
const bothAtOnce: Check = {
  ...both,
  judge(traces) {
    const verdict = both.judge(traces);
    const [trace] = traces;
    if (verdict.passed || trace === undefined) return verdict;
    const waits = longWaits(trace);
    const last = waits.at(-1);
    if (last === undefined) return verdict;
    const places = waits.map(
      (wait) => `at ${formatDuration(wait.t)} on \`${threadOf(trace, wait)?.name ?? 'a thread'}\``,
    );
    return failed(`${verdict.message} The waits began ${list(places)}.`, at(trace, last));
  },
};

const reallyAsked = everyStack(
  'really-asked',
  'The services are really asked, which takes 100 ms',
  (trace) => {
    const early = trace.requests.find(
      ({ arrival, responseEnd }) => responseEnd !== null && responseEnd - arrival < ONE_WAIT,
    );
    return early === undefined
      ? null
      : failed(
          `The response to ${early.id} was there after ${formatDuration((early.responseEnd ?? 0) - early.arrival)}: before a service can have answered.`,
        );
  },
  'The services were asked.',
);

export const checks: readonly Check[] = [
  startsUp(),
  allStatuses(200),
  headerEquals('X-Data', { A: 'uf' }),
  loggedOnce('view'),
  reallyAsked,
  bothAtOnce,
  noWarning('never awaited'),
];
