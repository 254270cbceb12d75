/** The manifest: what every page may know of every unit. A script writes it; nobody lists units by hand. */
import { parts } from './parts';
import type { Unit } from './read-unit';
import type { UnitDescription } from './unit';

export type UnitSummary = Pick<
  UnitDescription,
  'id' | 'title' | 'level' | 'part' | 'position' | 'minutes' | 'summary'
>;

/** The units of one part, in their order. */
export type PartOfMap = {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  readonly units: readonly UnitSummary[];
};

const partOrder = (id: string) => parts.findIndex((part) => part.id === id);

/** Units in the order of the course: by part, then by position. */
export function inCourseOrder<Member extends Pick<UnitSummary, 'part' | 'position'>>(
  units: readonly Member[],
): readonly Member[] {
  return [...units].sort((a, b) => partOrder(a.part) - partOrder(b.part) || a.position - b.position);
}

export function summarise({ id, title, level, part, position, minutes, summary }: Unit): UnitSummary {
  return { id, title, level, part, position, minutes, summary };
}

/** The parts that have units, with them. */
export function courseMap(units: readonly UnitSummary[]): readonly PartOfMap[] {
  return parts
    .map((part) => ({ ...part, units: units.filter((unit) => unit.part === part.id) }))
    .filter((part) => part.units.length > 0);
}

/** Where a unit stands: 'Step 4' among the steps, the part's title elsewhere. */
export function placeOf({ part, position }: Pick<UnitSummary, 'part' | 'position'>): string {
  return part === 'steps' ? `Step ${position}` : (parts.find(({ id }) => id === part)?.title ?? '');
}

/** The source of `content/manifest.generated.ts`: summaries, and each lesson behind an import of its own. */
export function manifestSource(units: readonly Unit[]): string {
  const summaries = inCourseOrder(units).map(summarise);
  const lessons = summaries.map(({ id }) => `  '${id}': () => import('./${id}/lesson.mdx'),`);
  return [
    '// Written by scripts/generate-manifest.mjs.',
    "import type { UnitSummary } from '@/lib/course/manifest';",
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
