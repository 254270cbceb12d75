import {
  allStatuses,
  answeredWithin,
  type Check,
  called,
  explaining,
  headerEquals,
  longestHoldAtMost,
  noWarning,
  ranOnLoop,
  responseTakes,
  runLogs,
  startsUp,
} from '@/lib/checks';

export const checks: readonly Check[] = [
  startsUp(),
  explaining(allStatuses(200), {
    "'coroutine' object is not callable":
      'Calling an `async def` factory gives a coroutine object, and that is what stands in the stack.',
    HttpResponseServerError:
      'Calling an `async def` factory gives a coroutine object, and that is what stands in the stack.',
    'another event loop': 'The loop that opened the directory is not the one that serves the requests.',
  }),
  ranOnLoop('Tenant'),
  headerEquals('X-Tenant', { A: 'Acme', B: 'Bolt', C: 'Cedar', D: 'Delta' }),
  called(
    { title: 'When D arrives, the directory is open: D takes at most 50 ms' },
    responseTakes('D', { from: 0, to: 50_000 }),
  ),
  called({ title: 'The directory is opened once, for all requests' }, runLogs('open', 1)),
  called({ title: 'Nobody waits for more than the opening and one question' }, answeredWithin(110_000)),
  longestHoldAtMost(20_000),
  noWarning('never awaited'),
];
