import {
  allStatuses,
  answeredWithin,
  type Check,
  called,
  everyStack,
  explaining,
  failed,
  inStack,
  loggedOn,
  loggedOnce,
  noWarning,
  runLogs,
  startsUp,
} from '@/lib/checks';
import { formatDuration } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';

const ONE = 0;
const THREE = 1;
const DONE = 'audit done';
/** Microseconds. */
const AUDIT_TAKES = 200_000;

/** Nobody made the audit shorter, and none was over before the first request had its answer. */
const auditTakesItsTime: Check = everyStack(
  'audit-takes-its-time',
  'The audit takes its 200 ms, and ends after the answer',
  (trace) => {
    const line = eventsOf(trace, 'output').find(({ text }) => text.includes(DONE));
    const [first] = trace.requests;
    if (line === undefined || first === undefined) return null;
    const took = line.t - first.arrival;
    if (took < AUDIT_TAKES) {
      return failed(`The audit was over ${formatDuration(took)} after the request came. It takes 200 ms.`, {
        event: line.seq,
      });
    }
    return first.responseEnd !== null && first.responseEnd <= line.t
      ? null
      : failed('The audit was over before the answer went out.', { event: line.seq });
  },
  'The audit took its time, after the answer.',
);

export const checks: readonly Check[] = [
  startsUp(),
  explaining(allStatuses(200), {
    'running event loop': 'This thread has a loop already: the one that runs your layer.',
  }),
  loggedOnce('view'),
  explaining(
    inStack(
      ONE,
      called(
        { id: 'answered-first', title: 'The request is answered within 100 ms' },
        answeredWithin(100_000),
      ),
    ),
    { waited: 'Its response stood in the layer until the audit was over.' },
  ),
  explaining(noWarning('never awaited'), {
    'never awaited': 'Calling `job()` only makes a coroutine. Nobody ran it.',
  }),
  explaining(inStack(ONE, runLogs(DONE, 1)), {
    'never logged': 'Whatever cancels an audit that has begun, ends it. A deadline does.',
  }),
  explaining(loggedOn('loop', [DONE]), {
    'not on': 'A loop of its own in a thread of its own knows nothing of the one that serves the requests.',
  }),
  auditTakesItsTime,
  inStack(
    THREE,
    explaining(
      called(
        { id: 'every-request-is-audited', title: 'Three requests that overlap have three audits' },
        runLogs(DONE, 3),
      ),
      { logged: 'Each request has an audit of its own.' },
    ),
  ),
];
