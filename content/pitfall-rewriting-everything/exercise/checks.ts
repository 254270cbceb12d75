import {
  allStatuses,
  type Check,
  called,
  elapsedAtMost,
  explaining,
  failingBy,
  hopsAtMost,
  loggedInOrder,
  loggedOnce,
  longestHoldAtMost,
  noWarning,
  ranOnLoop,
  startsUp,
} from '@/lib/checks';

const LINES = [
  'tenant found',
  'quota checked',
  'audit opened',
  'view',
  'audit closed',
  'usage recorded',
  'tenant left',
];

export const checks: readonly Check[] = [
  explaining(startsUp(), {
    'sync_to_async can only be applied to sync functions':
      'A factory declares a form that it does not return.',
  }),
  allStatuses(200),
  called({ id: 'order', title: 'All work is done, in its order, around the view' }, loggedInOrder(LINES)),
  ...LINES.map((line) => loggedOnce(line)),
  ranOnLoop('view'),
  explaining(longestHoldAtMost(10_000), {
    'held the loop': 'A sync call made by a coroutine runs on the loop.',
  }),
  called({ title: 'Requests overlap: all three are answered within 400 ms' }, elapsedAtMost(400_000)),
  failingBy({ id: 'no-hook-hops', title: 'No hook hops by itself' }, hopsAtMost(2), {
    process_request: 'Each hook of a `MiddlewareMixin` hops by itself when what lies below is async.',
  }),
  failingBy({ id: 'no-call-hops', title: 'No single call is sent to a thread' }, hopsAtMost(2), {
    'Context.run': 'Whichever wrapper is used, a wrapped call is a hop.',
  }),
  explaining(hopsAtMost(2), {
    'Quota.middleware': 'An async layer between two sync ones is a border on either side.',
  }),
  noWarning('never awaited'),
];
