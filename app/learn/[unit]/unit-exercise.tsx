'use client';
/** Joins a unit's exercise with its checks and its solution, which load on intent and so cannot be props. */
import type { ExerciseProperties } from '@/components/exercise/properties';
import { whenNear } from '@/components/ui/when-near';
import { exercises } from '@/content/exercises.generated';

const Exercise = whenNear(async () => (await import('@/components/exercise/exercise')).Exercise);

export function UnitExercise({
  unitId,
  ...exercise
}: Omit<ExerciseProperties, 'loadChecks' | 'loadSolution'> & { readonly unitId: string }) {
  const loaders = exercises[unitId];
  if (loaders === undefined) throw new Error(`The exercise of ${unitId} has no checks.`);
  return <Exercise {...exercise} {...loaders} />;
}
