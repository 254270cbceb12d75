import { describe, expect, test } from 'vitest';
import { type Check, failed, passed } from '@/lib/checks';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { Trace } from '@/lib/trace/schema';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { type AnswerInOrders, IN_EVERY_ORDER, judgeInOrders } from './answer-orders';

const stack = (id: string): ScenarioInput => ({
  id,
  layers: [],
  requests: ['A', 'B'].map((request) => ({ id: request, path: '/' })),
});
const base = new TraceBuilder(['view']).build();

/** A run that says in which stack and order it was made. */
const run = async ({ id, seed = 0 }: ScenarioInput): Promise<Trace> => ({
  ...base,
  outcome: { kind: 'exit', message: `${id} ${seed}`, frame: null },
});
const saidBy = ({ outcome }: Trace) => ('message' in outcome ? outcome.message : '');

/** Fails in the second stack from order 3 on. */
const holdsAtFirst: Check = {
  id: 'holds-at-first',
  title: 'It holds',
  judge: ([, second]) =>
    second !== undefined && Number(saidBy(second).split(' ')[1]) >= 3
      ? failed('Two were let in.', { place: { file: 'layer_1.py', line: 4 }, event: 7, stack: 1 })
      : passed('It held.'),
};

const judged = async (change: Partial<AnswerInOrders> = {}) => {
  const stacks = [stack('one'), stack('two')];
  return judgeInOrders({
    checks: [holdsAtFirst],
    stacks,
    usual: await Promise.all(stacks.map(run)),
    orders: 5,
    run,
    ended: () => null,
    onTried: () => undefined,
    ...change,
  });
};

describe('an answer that holds in the usual order', () => {
  test('fails with the order that breaks it, the check that it breaks, and both runs', async () => {
    const { judgement, breaking } = await judged();
    expect(judgement.check.id).toBe(IN_EVERY_ORDER);
    expect(judgement.verdict).toEqual({
      passed: false,
      message: 'Order 3 breaks “It holds”: Two were let in.',
      place: { file: 'layer_1.py', line: 4 },
      event: null,
      stack: 1,
    });
    if (breaking === null) throw new Error('no order broke it');
    expect(breaking.scenario).toMatchObject({ id: 'two', seed: 3 });
    expect([breaking.usual, breaking.other].map(saidBy)).toEqual(['two 0', 'two 3']);
  });

  test('passes when no order breaks it, which claims no more than was tried', async () => {
    const { judgement, breaking } = await judged({ orders: 2 });
    expect(judgement.verdict).toEqual(passed('None was found among 2 in which a check fails.'));
    expect(breaking).toBeNull();
  });

  test('does not pass when the trial was ended', async () => {
    let tried = 0;
    const { judgement } = await judged({
      ended: () => (tried === 2 ? 'cancelled' : null),
      onTried: (order) => {
        tried = order;
      },
    });
    expect(judgement.verdict).toMatchObject({
      passed: false,
      message: 'Cancelled after 2 of 5 orders. Every check held in them.',
    });
  });

  test('does not pass when a run gave no trace', async () => {
    const { judgement } = await judged({ run: () => Promise.reject(new Error('out of memory')) });
    expect(judgement.verdict).toMatchObject({
      passed: false,
      message: 'In order 1 there was nothing to judge: out of memory',
    });
  });
});
