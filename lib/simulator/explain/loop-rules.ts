/** Code that the event loop, or its absence, does not allow; and a few errors that everybody makes. */
import { type Rule, when } from './rule';

export const loopRules: readonly Rule[] = [
  when(/SynchronousOnlyOperation$/, /./, () => ({
    title: 'Sync database code was called on the event loop',
    explanation:
      'Django refuses, because the query would hold the loop for all requests. Use the async twin (`aget`, `acount`, `async for`), ' +
      'or put the sync code in a function and call it with `await sync_to_async(function)()`.',
  })),
  when(/^RuntimeError$/, /cannot use AsyncToSync in the same thread as an async event loop/, () => ({
    title: '`async_to_sync` was called on the event loop',
    explanation:
      'This thread already runs a loop, and waiting here would stop it. In an `async def`, just `await` the function.',
  })),
  when(
    /^RuntimeError$/,
    /(asyncio\.run\(\)|This event loop|Cannot run the event loop).*(running|another loop)/,
    () => ({
      title: '`asyncio.run` was called where a loop already runs',
      explanation:
        'There is one loop for all requests and it is running this code. In an `async def`, `await` the coroutine instead.',
    }),
  ),
  when(/^RuntimeError$/, /no (running|current) event loop/, () => ({
    title: 'There is no event loop in this thread',
    explanation:
      'A sync layer runs in a worker thread, where `asyncio` functions such as `create_task` have no loop to use. ' +
      'Make the layer async, or cross over with `async_to_sync`.',
  })),
  when(/^RuntimeError$/, /cannot use ATOMIC_REQUESTS with async views/, () => ({
    title: '`ATOMIC_REQUESTS` does not go with an async view',
    explanation:
      'Transactions are sync in Django. Open one with `transaction.atomic()` inside a function called through `sync_to_async`.',
  })),
  when(/CancelledError$/, /^/, () => ({
    title: 'The work was cancelled and nobody handled it',
    explanation:
      '`CancelledError` comes out of the `await` that was being waited for, when a deadline passes or the client leaves.',
  })),
  when(/^RecursionError$/, /./, () => ({
    title: 'A function calls itself without end',
    explanation:
      'Python gave up after too many calls inside each other. Look for a layer that calls itself instead of `get_response`.',
  })),
  when(/^TimeoutError$/, /^/, () => ({
    title: 'A deadline passed and nothing caught it',
    explanation:
      '`asyncio.timeout` cancels what it guards and raises `TimeoutError` where its block ends. Catch it there and return a response.',
  })),
  when(/^MemoryError$/, /[Pp]arser stack/, () => ({
    title: 'The source is nested too deep for Python',
    explanation: 'Python gave up reading it: too many brackets or operators stand inside each other.',
  })),
  when(/^MemoryError$/, /^/, () => ({
    title: 'The run used up its memory',
    explanation: 'Something grows without end here: a list, a string, a cache.',
  })),
  when(/^SystemError$/, /with an exception set/, () => ({
    title: 'An error inside Python went unnoticed for a moment',
    explanation: 'Nearly always memory ran out: a list or a string grows without end here.',
  })),
  when(/^NameError$/, /name '(\w+)' is not defined/, (_, [, name = '']) => ({
    title: `The name \`${name}\` is not defined`,
    explanation: `Nothing called \`${name}\` exists where it is used. Check the spelling, or import it at the top of the file.`,
  })),
  when(/^UnboundLocalError$/, /./, ({ error }) => ({
    title: 'A variable is used before it has a value',
    explanation: `Python says \`${error.message}\`. A name assigned anywhere in a function is local to it; for a counter outside, say \`nonlocal\` or \`global\`.`,
  })),
];
