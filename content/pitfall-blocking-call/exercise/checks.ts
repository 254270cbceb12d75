import {
  allStatuses,
  type Check,
  callBlocksFor,
  called,
  calledForEachRequest,
  callsEndBeforeResponses,
  elapsedAtMost,
  explaining,
  loggedOnce,
  longestHoldAtMost,
} from '@/lib/checks';

export const checks: readonly Check[] = [
  explaining(allStatuses(200), {
    'missing 1 required positional argument':
      '`sync_to_async(…)` wants the function, and was given what calling it returned.',
    NoneType: 'The call had run, on the loop, before there was anything to await.',
  }),
  called({ title: 'Each of the five requests has `legacy_check` run' }, calledForEachRequest('check')),
  called(
    { title: '`legacy_check` still blocks for 100 ms: it is as it was' },
    callBlocksFor('check', 100_000),
  ),
  called({ title: 'Each check is over before the answer goes out' }, callsEndBeforeResponses('check')),
  explaining(longestHoldAtMost(50_000), {
    'held the loop': 'A coroutine runs on the loop, with everything that it calls.',
  }),
  elapsedAtMost(200_000),
  loggedOnce('view'),
];
