import {
  all,
  allStatuses,
  type Check,
  called,
  explaining,
  hopsExactly,
  inStack,
  loggedInOrder,
  noHop,
  noWarning,
  ranIn,
  startsUp,
} from '@/lib/checks';

const ASYNC_VIEW = 0;
const ABOVE_LEGACY = 1;
const WSGI = 2;
const BELOW_MIXIN = 3;

export const checks: readonly Check[] = [
  explaining(called({ title: 'Django starts in all four stacks' }, startsUp()), {
    'sync_to_async can only be applied to sync functions':
      'Above `Legacy`, Django asks for the sync form of `Dual`, and what it got is async.',
  }),
  allStatuses(200),
  called(
    { title: 'Over an async view, `Dual` runs on the loop' },
    inStack(ASYNC_VIEW, ranIn('loop', 'Dual')),
  ),
  called({ title: 'Over an async view, nothing hops to a thread' }, inStack(ASYNC_VIEW, noHop())),
  called(
    { title: 'Above `Legacy` there is one hop to the thread and one back, as without `Dual`' },
    inStack(ABOVE_LEGACY, hopsExactly({ toThread: 1, toLoop: 1 })),
  ),
  called(
    { title: "Above `Legacy`, `Dual` runs in the request's thread" },
    inStack(ABOVE_LEGACY, ranIn('w1', 'Dual')),
  ),
  called({ title: 'Under WSGI there is no loop and no hop' }, inStack(WSGI, noHop())),
  inStack(
    BELOW_MIXIN,
    all(
      {
        id: 'mixin-sees-async',
        title: 'The `MiddlewareMixin` above sees that `Dual` is async, and waits for it',
      },
      [
        loggedInOrder(['Old process_request', 'view', 'Old process_response']),
        hopsExactly({ toThread: 2, toLoop: 0 }),
      ],
    ),
  ),
  noWarning('never awaited'),
];
