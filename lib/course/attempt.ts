/** A learner's answer to an exercise, given as files or as whole stacks, as the scenarios that decide it. */
import { z } from 'zod';
import { withFiles } from '@/lib/simulator/editable-files';
import { type ScenarioInput, scenarioSchema } from '@/lib/simulator/scenario';
import type { ExerciseDescription } from './exercise';

type Files = Readonly<Record<string, string>>;

/** An answer as whole stacks: each is a scenario that needs no id of its own. */
export const variantSchema = z.object({
  exercise: z.string().min(1),
  stacks: z.array(scenarioSchema.partial({ id: true })).min(1),
});

export type Variant = z.output<typeof variantSchema>;

/**
 * The learner's files under the names that the exercise knows: by their own names, or, where the exercise has one
 * file to edit and one is given, as that one. Throws an Error that names the files that can be edited.
 */
export function answerFiles({ editable }: ExerciseDescription, given: Files): Files {
  const [only, ...others] = editable;
  const sources = Object.values(given);
  const [source] = sources;
  if (only !== undefined && others.length === 0 && sources.length === 1 && source !== undefined) {
    return { [only]: source };
  }
  const stranger = Object.keys(given).find((path) => !editable.includes(path));
  if (stranger === undefined) return given;
  throw new Error(`${stranger} is no file of this exercise. It asks for ${editable.join(', ')}.`);
}

/** The sources that a variant has for the files of the exercise, found by the name of the layer that they hold. */
function sourcesOf(exercise: ExerciseDescription, { stacks }: Variant): Files {
  const sources = new Map<string, string>();
  for (const layer of stacks.flatMap(({ layers }) => layers)) {
    if (typeof layer !== 'string') sources.set(layer.entry, layer.source);
  }
  const files: Record<string, string> = {};
  for (const layer of exercise.stacks.flatMap(({ layers }) => layers)) {
    if (typeof layer !== 'string') continue;
    const [module = '', entry = ''] = layer.split('.');
    const source = sources.get(entry);
    if (exercise.editable.includes(`${module}.py`) && source !== undefined) files[`${module}.py`] = source;
  }
  return files;
}

/**
 * The scenarios of a variant, in the order of the exercise's stacks. Stacks that the exercise has beyond the
 * variant's are run with the variant's layers in place of the learner's.
 */
export function variantScenarios(exercise: ExerciseDescription, variant: Variant): ScenarioInput[] {
  const given = variant.stacks.map((stack, index) => ({
    ...stack,
    id: `${exercise.id}-variant-${index + 1}`,
  }));
  const files = sourcesOf(exercise, variant);
  const further = exercise.stacks.slice(given.length).map((stack) => withFiles(stack, files));
  return [...given, ...further];
}
