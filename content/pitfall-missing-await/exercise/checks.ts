import {
  allStatuses,
  type Check,
  called,
  elapsedAtMost,
  everyLayerRuns,
  explaining,
  failingBy,
  headerPresent,
  loggedInOrder,
  loggedOnce,
  noWarning,
} from '@/lib/checks';

export const checks: readonly Check[] = [
  failingBy(
    { id: 'no-second-loop', title: 'The view is awaited on the loop that runs, not on a second one' },
    allStatuses(200),
    { 'running event loop': 'The loop is running already, and you are on it.' },
  ),
  failingBy({ id: 'something-is-returned', title: '`Audit` hands something up' }, allStatuses(200), {
    NoneType: 'A layer that returns nothing hands `None` up.',
  }),
  failingBy(
    { id: 'returned-when-awaited', title: 'What `Audit` hands up has been awaited' },
    allStatuses(200),
    {
      "'Task'": 'A task was started, and handed up before it was done.',
      "'coroutine'": 'A coroutine was handed up where a response should be.',
    },
  ),
  failingBy({ id: 'not-taken-too-early', title: 'No result is taken before it is there' }, allStatuses(200), {
    InvalidStateError: 'One turn of the loop is enough for a view that waits for nothing, and for no other.',
  }),
  allStatuses(200),
  called({ title: 'The view runs, once' }, loggedOnce('view')),
  called({ title: 'It is the view itself that runs' }, everyLayerRuns(['view'])),
  explaining(loggedInOrder(['before', 'view', 'after']), {
    'came too early': '`Audit` had ended before the view began.',
  }),
  headerPresent('X-Time'),
  noWarning('never awaited'),
  called({ title: 'Nobody waits for longer than the view takes' }, elapsedAtMost(200_000)),
];
