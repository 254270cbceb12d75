/**
 * The names that the full editor completes and explains: `content/names.json`. A kernel test holds each against the
 * Python and the Django of the page, with how it is called.
 */
import { join } from 'node:path';
import { z } from 'zod';
import type { UnitSummary } from './map';
import { CourseError, readJson } from './unit-files';

const nameSchema = z.strictObject({
  name: z.string().min(1),
  in: z.string().min(1).describe('The module, the class or the object whose it is, by its dotted path'),
  signature: z.string().optional().describe('How it is called, as Python says it; absent where it is not'),
  says: z.string().min(1).describe('What it does, in a sentence'),
  unit: z.string().min(1).describe('The unit that shows it'),
});

export const namesSchema = z.array(nameSchema);

/** A name with the unit that shows it. */
export type KnownName = Omit<z.output<typeof nameSchema>, 'unit'> & {
  readonly unit: Pick<UnitSummary, 'id' | 'title'>;
};

/** The names of the course in `content`. Throws CourseError where one is listed twice or names no unit. */
export function readNames(
  content: string,
  units: readonly Pick<UnitSummary, 'id' | 'title'>[],
): readonly KnownName[] {
  const file = join(content, 'names.json');
  const seen = new Set<string>();
  return readJson(file, namesSchema).map((entry) => {
    const path = `${entry.in}.${entry.name}`;
    if (seen.has(path)) throw new CourseError(file, `lists ${path} twice.`);
    seen.add(path);
    const unit = units.find(({ id }) => id === entry.unit);
    if (unit === undefined) throw new CourseError(file, `${path} names "${entry.unit}", which is no unit.`);
    return { ...entry, unit: { id: unit.id, title: unit.title } };
  });
}
