/** Writes the modules that bring the units into the site: nobody lists units by hand. */
import { inCourseOrder, type UnitSummary } from './map';
import type { Unit } from './read-unit';

function summarise({ id, title, level, part, position, minutes, summary }: Unit): UnitSummary {
  return { id, title, level, part, position, minutes, summary };
}

/** The source of `content/manifest.generated.ts`: summaries, and each lesson behind an import of its own. */
export function manifestSource(units: readonly Unit[]): string {
  const summaries = inCourseOrder(units).map(summarise);
  const lessons = summaries.map(({ id }) => `  '${id}': () => import('./${id}/lesson.mdx'),`);
  return [
    '// Written by scripts/generate-manifest.mjs.',
    "import type { UnitSummary } from '@/lib/course/map';",
    '',
    `export const units: readonly UnitSummary[] = ${JSON.stringify(summaries, null, 2)};`,
    '',
    'export const lessons = {',
    ...lessons,
    '};',
    '',
  ].join('\n');
}

/** The source of `content/checks.generated.ts`: the checks of each unit's exercise, loaded on intent. */
export function checksSource(units: readonly Unit[]): string {
  const loaders = units
    .filter(({ exercise }) => exercise !== null)
    .map(({ id }) => `  '${id}': async () => (await import('./${id}/exercise/checks')).checks,`);
  return [
    '// Written by scripts/generate-manifest.mjs.',
    "import type { Check } from '@/lib/checks/check';",
    '',
    'export const checksByUnit: Readonly<Record<string, () => Promise<readonly Check[]>>> = {',
    ...loaders,
    '};',
    '',
  ].join('\n');
}
