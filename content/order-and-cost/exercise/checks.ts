import {
  allStatuses,
  type Check,
  called,
  everyLayerRuns,
  everyStack,
  failed,
  hopsExactly,
  ranOnLoop,
  startsUp,
} from '@/lib/checks';

const LAYERS = ['H1', 'S1', 'A1', 'S2', 'H2'];

const eachOnce: Check = everyStack(
  'each-layer-once',
  'Each layer stands in the stack once',
  (trace) => {
    const names = trace.layers.map(({ name }) => name);
    const twice = LAYERS.find((name) => names.filter((other) => other === name).length > 1);
    return twice === undefined ? null : failed(`\`${twice}\` stands in the stack more than once.`);
  },
  'Each layer stood in the stack once.',
);

export const checks: readonly Check[] = [
  startsUp(),
  allStatuses(200),
  everyLayerRuns(LAYERS),
  eachOnce,
  called(
    { title: 'Each request makes one hop to a thread and one back to the loop' },
    hopsExactly({ toThread: 1, toLoop: 1 }),
  ),
  ranOnLoop('A1'),
  ranOnLoop('H2'),
  ranOnLoop('H1'),
];
