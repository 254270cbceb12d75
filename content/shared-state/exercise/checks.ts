import {
  type Check,
  called,
  elapsedAtMost,
  everyStack,
  explaining,
  failed,
  inStack,
  longestHoldAtMost,
  noWarning,
  runLogs,
  runsToTheEnd,
  startsUp,
  statusCount,
  statuses,
} from '@/lib/checks';
import { formatDuration, list } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';

const AT_ONCE = 0;
const IN_TURN = 1;

/** Two with 200; where others passed, when the last of them got in shows how wide the hole is. */
const twoPass: Check = everyStack(
  'two-pass',
  'Exactly 2 of the requests are answered with 200',
  (trace) => {
    const passed = trace.requests.filter(({ status }) => status === 200).map(({ id }) => id);
    if (passed.length === 2) return null;
    const entries = eventsOf(trace, 'layer-enter').filter(
      ({ layer }) => trace.layers.find(({ id }) => id === layer)?.kind === 'view',
    );
    const last = entries.at(-1);
    const entered = last === undefined ? '' : `; the last entered the view at ${formatDuration(last.t)}`;
    return failed(
      passed.length === 0
        ? 'No request was answered with 200.'
        : `${passed.length} were answered with 200: ${list(passed)}${entered}.`,
      last === undefined ? {} : { event: last.seq },
    );
  },
  'Exactly 2 were answered with 200.',
);

export const checks: readonly Check[] = [
  startsUp(),
  explaining(runsToTheEnd(), {
    'Nothing could go on': 'The loop waits for a lock, and whoever holds the lock waits for the loop.',
  }),
  called(
    { title: 'When they come one after the other, the third is refused' },
    inStack(IN_TURN, statuses({ A: 200, B: 200, C: 429 })),
  ),
  inStack(AT_ONCE, twoPass),
  inStack(AT_ONCE, statusCount(429, 3)),
  called({ title: 'Only those two reach the view' }, runLogs('view start', 2)),
  explaining(
    called({ title: 'The two overlap: all is over within 110 ms' }, inStack(AT_ONCE, elapsedAtMost(110_000))),
    { 'The last response': 'The second waited until the first had left the view.' },
  ),
  longestHoldAtMost(20_000),
  noWarning('never awaited'),
];
