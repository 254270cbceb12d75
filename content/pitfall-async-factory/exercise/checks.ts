import {
  allStatuses,
  answeredWithin,
  type Check,
  called,
  failingBy,
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
  failingBy(
    { id: 'a-layer-in-the-stack', title: 'What the factory gives is a layer, not a coroutine object' },
    allStatuses(200),
    {
      "'coroutine' object is not callable":
        'Calling an `async def` factory gives a coroutine object, and that is what stands in the stack.',
      HttpResponseServerError:
        'Calling an `async def` factory gives a coroutine object, and that is what stands in the stack.',
    },
  ),
  failingBy(
    { id: 'opened-in-its-loop', title: 'The directory is opened in the loop that asks it' },
    allStatuses(200),
    { 'another event loop': 'The loop that opened the directory is not the one that serves the requests.' },
  ),
  allStatuses(200),
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
