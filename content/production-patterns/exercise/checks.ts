import {
  all,
  allStatuses,
  answeredWithin,
  bodies,
  type Check,
  called,
  everyStack,
  explaining,
  failed,
  inStack,
  logged,
  responseTakes,
  startsUp,
  statuses,
} from '@/lib/checks';
import { formatDuration } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';

const TOO_SLOW = 0;
const IN_TIME = 1;

/** A view that runs on was either never cancelled, or something kept the cancellation from it. */
const viewStops: Check = everyStack(
  'view-stops',
  'No view goes on to its end',
  (trace) => {
    const line = eventsOf(trace, 'output').find(({ text }) => text.includes('view end'));
    if (line === undefined) return null;
    const response = eventsOf(trace, 'response-end').find(({ request }) => request === line.request);
    // With the response out, Django cancels its own listener; what is meant is a cancellation before that.
    const cancelled = eventsOf(trace, 'cancel').some(
      ({ request, seq }) => request === line.request && seq < (response?.seq ?? Infinity),
    );
    return failed(
      `At ${formatDuration(line.t)} request ${line.request ?? '?'} logged “view end”: ${
        cancelled
          ? 'the deadline cancelled something, and it did not get through to the view. What stands between them?'
          : 'the layer has stopped waiting, and nobody has told the view to stop.'
      }`,
      { event: line.seq },
    );
  },
  'No view went on to its end.',
);

export const checks: readonly Check[] = [
  startsUp(),
  explaining(
    inStack(
      TOO_SLOW,
      called({ id: 'all-504', title: 'Every slow request is answered with 504' }, allStatuses(504)),
    ),
    { TimeoutError: 'The deadline has passed, and nobody turned the `TimeoutError` into an answer.' },
  ),
  explaining(
    inStack(
      TOO_SLOW,
      called(
        { id: 'in-time', title: 'The 504 is there at the deadline: within 130 ms' },
        answeredWithin(130_000),
      ),
    ),
    { waited: 'When the time is up the answer has to go out, whatever the view does.' },
  ),
  inStack(TOO_SLOW, viewStops),
  explaining(
    inStack(
      TOO_SLOW,
      called(
        { id: 'view-is-cancelled', title: 'Each slow view is begun, and cancelled' },
        logged('view cancelled'),
      ),
    ),
    { 'never logged': 'What was never begun cannot be cancelled.' },
  ),
  explaining(
    inStack(
      IN_TIME,
      all({ id: 'in-time-keeps-its-answer', title: 'A view that takes 80 ms keeps its answer' }, [
        statuses({ A: 200, B: 200 }),
        bodies({ A: 'ok', B: 'ok' }),
        logged('view end'),
      ]),
    ),
    { '504': 'It has 100 ms, and needs 80.' },
  ),
  inStack(
    IN_TIME,
    all({ id: 'at-once', title: 'An answer that is ready does not wait for the deadline' }, [
      responseTakes('A', { from: 0, to: 95_000 }),
      responseTakes('B', { from: 0, to: 30_000 }),
    ]),
  ),
];
