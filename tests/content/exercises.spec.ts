/** Every exercise, run as a learner would: what must pass passes, and each wrong answer has its own message. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Check, type Judgement, judge } from '@/lib/checks';
import { type ExerciseMaterial, readUnit, unitIds } from '@/lib/course/read-unit';
import { judgeInOrders } from '@/lib/races/answer-orders';
import { withFiles } from '@/lib/simulator/editable-files';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { type Trace, traceSchema } from '@/lib/trace/schema';
import { openSimulator } from '../../scripts/simulator-page.mjs';

type Files = Readonly<Record<string, string>>;

const content = join(import.meta.dirname, '..', '..', 'content');
const units = unitIds(content).map((id) => readUnit(content, id));

let simulator: Awaited<ReturnType<typeof openSimulator>>;
test.beforeAll(async () => {
  simulator = await openSimulator();
});
test.afterAll(() => simulator.close());

const run = async (scenario: ScenarioInput): Promise<Trace> =>
  traceSchema.parse(await simulator.run(scenario));

/** Runs the answer in every stack of the exercise and judges it, in the other orders too where all is well. */
async function judgeAnswer({ stacks, orders }: ExerciseMaterial, checks: readonly Check[], files: Files) {
  const answered = stacks.map((stack) => withFiles(stack, files));
  const traces: Trace[] = [];
  for (const scenario of answered) traces.push(await run(scenario));
  const judgements = judge(checks, traces);
  if (orders === 0 || judgements.some(({ verdict }) => !verdict.passed)) return judgements;
  const { judgement } = await judgeInOrders({
    checks,
    stacks: answered,
    usual: traces,
    orders,
    run,
    ended: () => null,
    onTried: () => undefined,
  });
  return [...judgements, judgement];
}

const failures = (judgements: readonly Judgement[]) =>
  judgements.flatMap(({ check, verdict }) =>
    verdict.passed ? [] : [{ id: check.id, text: verdict.message }],
  );

for (const { id, exercise } of units) {
  if (exercise === null) continue;

  test.describe(`the exercise of ${id}`, () => {
    let checks: readonly Check[];
    test.beforeAll(async () => {
      ({ checks } = (await import(`../../content/${id}/exercise/checks.ts`)) as { checks: readonly Check[] });
    });
    // An answer takes a run for each stack, and again for each other order.
    test.beforeEach(() => test.setTimeout(exercise.orders > 0 ? 240_000 : 60_000));

    test('its seed fails', async () => {
      expect(failures(await judgeAnswer(exercise, checks, exercise.seed))).not.toEqual([]);
    });

    test('its solution passes every check', async () => {
      expect(failures(await judgeAnswer(exercise, checks, exercise.solution))).toEqual([]);
    });

    test('each wrong answer is rejected by its own check, with a message of its own', async () => {
      const messages = new Map<string, string>();
      for (const { name, files, rejectedBy } of exercise.wrong) {
        const rejected = failures(await judgeAnswer(exercise, checks, files));
        expect(rejected[0]?.id, `the first check that rejects ${name}`).toBe(rejectedBy);
        const text = rejected[0]?.text ?? '';
        expect(messages.get(text), `${name} is told the same as another`).toBeUndefined();
        messages.set(text, name);
      }
    });
  });
}
