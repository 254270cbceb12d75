/** What an author writes in `exercise/exercise.json` and `exercise/expected.json`. */
import { z } from 'zod';
import type { Scenario } from '@/lib/simulator/scenario';
import { scenarioSchema } from '@/lib/simulator/scenario';
import { slugSchema } from './unit';

const exerciseStackSchema = z.strictObject(scenarioSchema.shape).extend({
  title: z.string().min(1).describe('What this run asks, as a heading'),
});

export const exerciseSchema = z.strictObject({
  id: slugSchema,
  title: z.string().min(1),
  kind: z.enum(['predict', 'fix', 'write', 'measure', 'refactor']),
  goal: z.string().min(1),
  hints: z.array(z.string().min(1)).describe('From a nudge to nearly the answer; they cost nothing'),
  editable: z.array(z.string().endsWith('.py')).min(1).describe('Files of `seed/` that the learner edits'),
  stacks: z
    .array(exerciseStackSchema)
    .min(1)
    .describe('Each is run with the learner’s files in place of the seed’s'),
  orders: z
    .int()
    .min(0)
    .max(20)
    .default(0)
    .describe('In how many other orders of what happens at the same instant every check must hold as well'),
});

export const expectedSchema = z.strictObject({
  wrong: z.record(z.string(), z.string()).describe('Wrong answer’s name -> id of the check that rejects it'),
});

export type ExerciseDescription = z.output<typeof exerciseSchema>;

/** An exercise with its sources. The solution is no part of it: the page fetches that on request. */
export type Exercise = ExerciseDescription & { readonly seed: Readonly<Record<string, string>> };

/** The scenarios of an exercise with these files as the learner's. */
export function exerciseScenarios(exercise: ExerciseDescription, files: Record<string, string>): Scenario[] {
  return exercise.stacks.map((stack) => ({ ...stack, files: { ...stack.files, ...files } }));
}
