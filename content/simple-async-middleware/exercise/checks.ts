import {
  allStatuses,
  type Check,
  called,
  inStack,
  loggedInOrder,
  loggedOn,
  noHop,
  noWarning,
  startsUp,
} from '@/lib/checks';

const ALONE = 0;
const ABOVE_LEGACY = 1;

export const checks: readonly Check[] = [
  called({ title: 'Django starts with `Simple` alone' }, inStack(ALONE, startsUp())),
  called(
    { title: 'Django starts with `Simple` above the sync-only `Legacy`' },
    inStack(ABOVE_LEGACY, startsUp()),
  ),
  allStatuses(200),
  loggedInOrder(['Before view', 'view', 'After view']),
  inStack(ALONE, loggedOn('loop', ['Before view', 'After view'])),
  called({ title: 'Alone over an async view, no request hops to a thread' }, inStack(ALONE, noHop())),
  noWarning('never awaited'),
];
