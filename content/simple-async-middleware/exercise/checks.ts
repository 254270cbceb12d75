import {
  allStatuses,
  type Check,
  called,
  explaining,
  inStack,
  loggedInOrder,
  loggedOn,
  noHop,
  noWarning,
  startsUp,
} from '@/lib/checks';

const ALONE = 0;
const ABOVE_LEGACY = 1;

const REFUSED = 'sync_to_async can only be applied to sync functions';

export const checks: readonly Check[] = [
  explaining(called({ title: 'Django starts with `Simple` alone' }, inStack(ALONE, startsUp())), {
    [REFUSED]: 'A factory that declares nothing counts as sync-only, and what yours returned is async.',
  }),
  explaining(
    called(
      { title: 'Django starts with `Simple` above the sync-only `Legacy`' },
      inStack(ABOVE_LEGACY, startsUp()),
    ),
    { [REFUSED]: 'Above `Legacy`, Django asks for the sync form of `Simple`, and what it got is async.' },
  ),
  explaining(allStatuses(200), {
    HttpResponseServerError:
      'As declared, Django expects an async layer; but calling an `async def` factory gives a coroutine object.',
  }),
  loggedInOrder(['Before view', 'view', 'After view']),
  inStack(ALONE, loggedOn('loop', ['Before view', 'After view'])),
  called({ title: 'Alone over an async view, no request hops to a thread' }, inStack(ALONE, noHop())),
  noWarning('never awaited'),
];
