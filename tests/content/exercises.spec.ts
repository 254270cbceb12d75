/** Every exercise, run as a learner would: what must pass passes, and each wrong answer has its own message. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { type Check, type Judgement, judge } from '@/lib/checks';
import { type ExerciseMaterial, readUnit, unitIds } from '@/lib/course/read-unit';
import { withFiles } from '@/lib/simulator/editable-files';
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

/** Runs the answer in every stack of the exercise and judges it. */
async function judgeAnswer(exercise: ExerciseMaterial, checks: readonly Check[], files: Files) {
  const traces: Trace[] = [];
  for (const stack of exercise.stacks) {
    traces.push(traceSchema.parse(await simulator.run(withFiles(stack, files))));
  }
  return judge(checks, traces);
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
