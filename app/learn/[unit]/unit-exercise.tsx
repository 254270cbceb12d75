'use client';
/** Joins a unit's exercise with its checks and its solution, which load on intent and so cannot be props. */
import dynamic from 'next/dynamic';
import type { ExerciseProperties } from '@/components/exercise/properties';
import { exercises } from '@/content/exercises.generated';

const Exercise = dynamic(() => import('@/components/exercise/exercise').then((module) => module.Exercise));

export function UnitExercise({
  unitId,
  ...exercise
}: Omit<ExerciseProperties, 'loadChecks' | 'loadSolution'> & { readonly unitId: string }) {
  const loaders = exercises[unitId];
  if (loaders === undefined) throw new Error(`The exercise of ${unitId} has no checks.`);
  return <Exercise {...exercise} {...loaders} />;
}
