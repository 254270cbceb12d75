import {
  all,
  type Check,
  called,
  explaining,
  failingBy,
  inStack,
  loggedBy,
  startsUp,
  statuses,
} from '@/lib/checks';

const ONE_LEAVES = 0;
const ANOTHER_STAYS = 1;

const nextSeeOne = all({ id: 'next-see-one', title: 'The next requests see `active 1`' }, [
  loggedBy('B', 'active 1'),
  loggedBy('C', 'active 1'),
]);

export const checks: readonly Check[] = [
  startsUp(),
  inStack(ONE_LEAVES, statuses({ B: 200, C: 200 })),
  inStack(
    ONE_LEAVES,
    explaining(
      called({ title: 'The view of the client that left is cancelled' }, loggedBy('A', 'view cancelled')),
      { 'view end': 'Nobody reads its answer any more; it only costs.' },
    ),
  ),
  inStack(
    ONE_LEAVES,
    failingBy({ id: 'given-back', title: 'The slot of the client that left is given back' }, nextSeeOne, {
      'only “active 2”': 'The slot of request A was never given back.',
    }),
  ),
  inStack(
    ONE_LEAVES,
    failingBy({ id: 'given-back-once', title: 'No slot is given back twice' }, nextSeeOne, {
      'only “active 0”': 'The slot of request A was given back twice.',
    }),
  ),
  inStack(ONE_LEAVES, nextSeeOne),
  explaining(
    inStack(
      ANOTHER_STAYS,
      all({ id: 'others-keep-theirs', title: 'A request that is still in the stack keeps its slot' }, [
        statuses({ B: 200, C: 200, D: 200 }),
        loggedBy('B', 'active 2'),
        loggedBy('C', 'active 2'),
        loggedBy('D', 'active 1'),
      ]),
    ),
    { 'did not log': 'Not as many as there are requests in the stack.' },
  ),
];
