/** Writes the modules that bring the units into the site: nobody lists units by hand. */
import { coreSeconds } from './fast-path';
import { inCourseOrder, type UnitSummary } from './map';
import { outlineOf } from './outline';
import type { ExerciseMaterial, Unit } from './read-unit';

function summarise({ id, title, level, part, position, minutes, summary, lesson }: Unit): UnitSummary {
  return { id, title, level, part, position, minutes, summary, coreSeconds: coreSeconds(lesson.core) };
}

/** The source of `content/manifest.generated.ts`: summaries, outlines, and each lesson behind an import of its own. */
export function manifestSource(units: readonly Unit[]): string {
  const inOrder = inCourseOrder(units);
  const summaries = inOrder.map(summarise);
  const lessons = summaries.map(({ id }) => `  '${id}': () => import('./${id}/lesson.mdx'),`);
  return [
    '// Written by scripts/generate-manifest.mjs.',
    "import type { UnitSummary } from '@/lib/course/map';",
    "import type { UnitOutline } from '@/lib/course/outline';",
    '',
    `export const units: readonly UnitSummary[] = ${JSON.stringify(summaries, null, 2)};`,
    '',
    `export const outlines: readonly UnitOutline[] = ${JSON.stringify(inOrder.map(outlineOf), null, 2)};`,
    '',
    'export const lessons: Readonly<Record<string, () => Promise<typeof import("*.mdx")>>> = {',
    ...lessons,
    '};',
    '',
  ].join('\n');
}

/** The source of `content/exercises.generated.ts`: what a page needs of a unit's exercise only on intent. */
export function exercisesSource(units: readonly Unit[]): string {
  const loaders = units
    .filter(({ exercise }) => exercise !== null)
    .flatMap(({ id }) => [
      `  '${id}': {`,
      `    loadChecks: async () => (await import('./${id}/exercise/checks')).checks,`,
      `    loadSolution: async () => (await import('./${id}/exercise/solution.generated')).solution,`,
      '  },',
    ]);
  return [
    '// Written by scripts/generate-manifest.mjs.',
    "import type { Check } from '@/lib/checks/check';",
    '',
    'type ExerciseLoaders = {',
    '  readonly loadChecks: () => Promise<readonly Check[]>;',
    '  readonly loadSolution: () => Promise<Readonly<Record<string, string>>>;',
    '};',
    '',
    'export const exercises: Readonly<Record<string, ExerciseLoaders>> = {',
    ...loaders,
    '};',
    '',
  ].join('\n');
}

/** The source of `exercise/solution.generated.ts`: a module of its own, so that no page carries it. */
export function solutionSource({ solution }: ExerciseMaterial): string {
  return [
    '// Written by scripts/generate-manifest.mjs.',
    `export const solution: Readonly<Record<string, string>> = ${JSON.stringify(solution, null, 2)};`,
    '',
  ].join('\n');
}
