import {
  allStatuses,
  answeredWithin,
  type Check,
  called,
  explaining,
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
  allStatuses(200),
  headerEquals('X-Flags', { A: 'new', B: 'old', C: 'new' }),
  loggedInOrder(['ask cache', 'read row', 'view']),
  longestHoldAtMost(10_000),
  called({ title: 'Each row is read in the thread of its request' }, loggedOn('w1', ['read row'])),
  requestsOverlap(),
  answeredWithin(100_000),
  noWarning('never awaited'),
];
