import {
  allStatuses,
  type Check,
  called,
  everyStack,
  explaining,
  failed,
  loggedOnce,
  noWarning,
  runsToTheEnd,
  startsUp,
} from '@/lib/checks';
import { eventsOf } from '@/lib/trace/events';
import { placeOf } from '@/lib/trace/places';
import type { Trace, TraceEventOf } from '@/lib/trace/schema';

const DATABASE = 'database: ';

/** The queries made since the request arrived; those before it are the set-up's. */
function queriesOf(trace: Trace): readonly TraceEventOf<'block-begin'>[] {
  const arrival = eventsOf(trace, 'request-arrive')[0]?.seq ?? 0;
  return eventsOf(trace, 'block-begin').filter(({ seq, what }) => seq > arrival && what.startsWith(DATABASE));
}

/** An error that contains the text, in a run that did not answer; one that was caught does no harm. */
function fatalError(trace: Trace, containing: string): TraceEventOf<'exception'> | null {
  if (trace.requests.every(({ status }) => status === 200)) return null;
  const errors = eventsOf(trace, 'exception');
  return errors.find(({ type, message }) => `${type}: ${message}`.includes(containing)) ?? null;
}

const noSecondLoop: Check = everyStack(
  'no-second-loop',
  'No second event loop is started beside the one that runs',
  (trace) => {
    const error = fatalError(trace, 'a running event loop');
    return error === null
      ? null
      : failed(
          `\`${error.message}\` A coroutine that calls \`asyncio.run\` asks for a loop inside a loop. What has to be waited for here is awaited.`,
          { event: error.seq, place: placeOf(trace, error) },
        );
  },
  'Everything was awaited on the one loop.',
);

const notRefused: Check = everyStack(
  'not-refused-on-the-loop',
  'Django does not refuse the query',
  (trace) => {
    const error = fatalError(trace, 'SynchronousOnlyOperation');
    if (error === null) return null;
    const hopped = eventsOf(trace, 'hop-submit').some(({ internal, seq }) => !internal && seq < error.seq);
    return failed(
      hopped
        ? 'Something went to a thread, but the query did not: `SynchronousOnlyOperation`. A query set is made without a query; the first look at its rows is what asks the database, and that was on the loop.'
        : 'The query was to be made on the loop’s thread: `SynchronousOnlyOperation`.',
      { event: error.seq, place: placeOf(trace, error) },
    );
  },
  'Nothing was refused.',
);

const queryMade: Check = everyStack(
  'query-made',
  'The request asks the database',
  (trace) => (queriesOf(trace).length > 0 ? null : failed('No query reached the database.')),
  'The database was asked.',
);

const queryInThread: Check = everyStack(
  'query-in-a-thread',
  'Every query is made in a worker thread',
  (trace) => {
    const loops = new Set(trace.threads.filter(({ kind }) => kind === 'loop').map(({ id }) => id));
    const onLoop = queriesOf(trace).find(({ thread }) => loops.has(thread));
    return onLoop === undefined
      ? null
      : failed(
          `\`${onLoop.what.slice(DATABASE.length)}\` was made on the loop’s thread. As long as the database works, no request goes on.`,
          { event: onLoop.seq, place: placeOf(trace, onLoop) },
        );
  },
  'No query was made on the loop.',
);

const nameInTime: Check = everyStack(
  'name-in-time',
  '“tenant a” is logged before the answer goes out',
  (trace) => {
    const name = eventsOf(trace, 'output').find(({ text }) => text.trim() === 'tenant a');
    const answer = eventsOf(trace, 'response-start')[0];
    if (name === undefined) return failed('“tenant a” was never logged.');
    if (answer === undefined || name.seq < answer.seq) return null;
    return failed('“tenant a” was logged when the answer was out already: nobody waited for the query.', {
      event: name.seq,
      place: placeOf(trace, name),
    });
  },
  'The name was there in time.',
);

export const checks: readonly Check[] = [
  startsUp(),
  explaining(runsToTheEnd(), {
    'Nothing could go on': 'The thread waits for a coroutine, and the coroutine waits for the same thread.',
  }),
  noSecondLoop,
  notRefused,
  explaining(allStatuses(200), {
    "'coroutine' object has no attribute": 'The call made a coroutine, and nobody awaited it.',
    'just await the async function': 'In an `async def`, `await` does what `async_to_sync` does elsewhere.',
  }),
  queryMade,
  queryInThread,
  nameInTime,
  called({ title: 'The view is called, once' }, loggedOnce('view')),
  noWarning('never awaited'),
];
