import {
  allStatuses,
  bodyEquals,
  type Check,
  called,
  explaining,
  inStack,
  nothingEscapes,
  pieceCount,
  piecesLeaveBy,
  startsUp,
} from '@/lib/checks';

const THREE_PIECES = 0;
const ANOTHER_STREAM = 1;

export const checks: readonly Check[] = [
  startsUp(),
  explaining(allStatuses(200), {
    'no `content` attribute': 'There is no content yet: the view has not made the first piece.',
  }),
  explaining(
    called(
      { title: 'The stream is read as what it is: no `TypeError` escapes to the server' },
      nothingEscapes('TypeError'),
    ),
    { 'not iterable': 'An async iterator is read with `async for`, in an `async def` generator.' },
  ),
  explaining(nothingEscapes(), {
    'already running':
      'The wrapper reads the content of the response, and when it runs, that is the wrapper itself.',
  }),
  inStack(THREE_PIECES, pieceCount(3)),
  inStack(
    THREE_PIECES,
    called(
      {
        id: 'first-piece-leaves-in-time',
        title: 'The first piece leaves before the view has made the second: within 50 ms',
      },
      piecesLeaveBy([50_000]),
    ),
  ),
  inStack(
    THREE_PIECES,
    called(
      { title: 'Each piece leaves when the view has made it: within 50 ms, 150 ms and 250 ms' },
      piecesLeaveBy([50_000, 150_000, 250_000]),
    ),
  ),
  inStack(THREE_PIECES, bodyEquals('C0C1C2')),
  called({ title: 'It does the same to another stream' }, inStack(ANOTHER_STREAM, bodyEquals('ABCD'))),
];
