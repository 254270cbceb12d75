import {
  type Check,
  called,
  elapsedAtMost,
  everyStack,
  failed,
  headerPresent,
  inStack,
  noWarning,
  ranOnLoop,
  startsUp,
  statuses,
} from '@/lib/checks';
import { headerOf } from '@/lib/checks/evidence';
import { formatDuration } from '@/lib/trace/duration';

const VIEWS = 0;
const ABOVE_SLOW = 1;
const TOLERANCE = 50_000;

/** The header says how long the request was under way, to 50 ms. */
const timeIsRight = everyStack(
  'time-is-right',
  '`X-Time-Ms` is right to 50 ms for every request',
  (trace) => {
    for (const request of trace.requests) {
      const value = headerOf(request, 'X-Time-Ms');
      if (value === null || request.responseStart === null) continue;
      const took = request.responseStart - request.arrival;
      const said = Number.parseFloat(value) * 1000;
      if (Math.abs(said - took) <= TOLERANCE) continue;
      return failed(
        `Request ${request.id} was under way for ${formatDuration(took)}, and its \`X-Time-Ms\` says \`${value}\`.`,
      );
    }
    return null;
  },
  'Every `X-Time-Ms` was right.',
);

export const checks: readonly Check[] = [
  startsUp(),
  inStack(VIEWS, statuses({ A: 200, B: 200, C: 500 })),
  headerPresent('X-Time-Ms'),
  inStack(VIEWS, timeIsRight),
  called({ title: '`Timing` runs on the loop, and holds no thread' }, inStack(VIEWS, ranOnLoop('Timing'))),
  called({ title: 'The three requests still overlap' }, inStack(VIEWS, elapsedAtMost(250_000))),
  called(
    { title: 'Above a layer that waits and answers itself, the time is right as well' },
    inStack(ABOVE_SLOW, timeIsRight),
  ),
  noWarning('never awaited'),
];
