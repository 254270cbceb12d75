import {
  allStatuses,
  answeredWithin,
  type Check,
  called,
  everyStack,
  explaining,
  failed,
  headerEquals,
  headerPresent,
  headersAllDifferent,
  loggedInOrder,
  noHop,
  noWarning,
  ranOnLoop,
  requestsOverlap,
  startsUp,
} from '@/lib/checks';

const NAME = 'X-Request-ID';

/** An id of no characters tells nobody apart, even if only one request gets it. */
const notEmpty: Check = everyStack(
  'id-not-empty',
  `No \`${NAME}\` is empty`,
  (trace) => {
    const empty = trace.requests.find(({ headers }) =>
      headers.some(([name, value]) => name.toLowerCase() === NAME.toLowerCase() && value.trim() === ''),
    );
    return empty === undefined ? null : failed(`Request ${empty.id} got an empty \`${NAME}\`.`);
  },
  `No \`${NAME}\` was empty.`,
);

export const checks: readonly Check[] = [
  startsUp(),
  allStatuses(200),
  headerPresent(NAME),
  notEmpty,
  called(
    { title: 'The id that a client sent comes back to that client' },
    headerEquals(NAME, { A: 'id0', B: 'id1', C: 'id2', D: 'id3', E: 'id4' }),
  ),
  explaining(called({ title: 'No two requests get the same id' }, headersAllDifferent(NAME)), {
    'Requests F and G': 'Neither had brought one: a fresh id must be fresh for each request.',
  }),
  ranOnLoop('RequestId'),
  noHop(),
  requestsOverlap(),
  called({ title: 'No request waits for another' }, answeredWithin(80_000)),
  loggedInOrder(['view start', 'view end']),
  noWarning('never awaited'),
];
