import {
  allStatuses,
  answeredWithin,
  type Check,
  called,
  explaining,
  failingBy,
  headerEquals,
  loggedInOrder,
  loggedOn,
  longestHoldAtMost,
  noWarning,
  requestsOverlap,
  runsToTheEnd,
  startsUp,
} from '@/lib/checks';

export const checks: readonly Check[] = [
  startsUp(),
  explaining(runsToTheEnd(), {
    'Nothing could go on':
      'The thread of the request waits for a loop, and that loop waits for the thread of the request.',
  }),
  failingBy(
    { id: 'read-in-time', title: 'The row is read, however long the layer would wait' },
    allStatuses(200),
    { TimeoutError: 'The thread that was to read the row is the one that waited for it.' },
  ),
  failingBy({ id: 'no-task-without-a-loop', title: 'No task is made where no loop runs' }, allStatuses(200), {
    'no running event loop': 'A sync layer runs in a thread of the request, and the loop in another.',
  }),
  failingBy(
    { id: 'no-bridge-on-the-loop', title: 'The bridge from sync to async is not used on the loop' },
    allStatuses(200),
    { AsyncToSync: 'A coroutine needs no bridge: it can await.' },
  ),
  allStatuses(200),
  headerEquals('X-Flags', { A: 'new', B: 'old', C: 'new' }),
  loggedInOrder(['ask cache', 'read row', 'view']),
  longestHoldAtMost(10_000),
  called({ title: 'Each row is read in the thread of its request' }, loggedOn('w1', ['read row'])),
  requestsOverlap(),
  answeredWithin(100_000),
  noWarning('never awaited'),
];
