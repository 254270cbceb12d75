import {
  allStatuses,
  type Check,
  called,
  elapsedAtMost,
  everyLayerRuns,
  explaining,
  headerPresent,
  loggedInOrder,
  loggedOnce,
  noWarning,
} from '@/lib/checks';

export const checks: readonly Check[] = [
  explaining(allStatuses(200), {
    NoneType: 'A layer that returns nothing hands `None` up.',
    "'Task'": 'A task was started, and handed up before it was done.',
    "'coroutine'": 'A coroutine was handed up where a response should be.',
    'running event loop': 'The loop is running already, and you are on it.',
    InvalidStateError: 'One turn of the loop is enough for a view that waits for nothing, and for no other.',
  }),
  called({ title: 'The view runs, once' }, loggedOnce('view')),
  called({ title: 'It is the view itself that runs' }, everyLayerRuns(['view'])),
  explaining(loggedInOrder(['before', 'view', 'after']), {
    'came too early': '`Audit` had ended before the view began.',
  }),
  headerPresent('X-Time'),
  noWarning('never awaited'),
  called({ title: 'Nobody waits for longer than the view takes' }, elapsedAtMost(200_000)),
];
