/** The course's words, each with its meaning in a sentence or two: the `glossary.json` of the unit that introduces it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { slugSchema } from './unit';
import { CourseError, namesIn, readJson } from './unit-files';

export const glossarySchema = z.array(
  z.strictObject({
    id: slugSchema,
    term: z.string().min(1),
    meaning: z.string().min(1).describe('May hold `inline code`'),
  }),
);

export type GlossaryEntry = z.output<typeof glossarySchema>[number];

/**
 * The glossary of the course in `content`: what the units introduce, by term. Throws CourseError where a file is
 * wrong, or two units introduce the same term.
 */
export function readGlossary(content: string): readonly GlossaryEntry[] {
  const entries = new Map<string, GlossaryEntry>();
  for (const unit of namesIn(content)) {
    const file = join(content, unit, 'glossary.json');
    if (!existsSync(file)) continue;
    for (const entry of readJson(file, glossarySchema)) {
      if (entries.has(entry.id)) throw new CourseError(file, `has the term "${entry.id}" of another unit.`);
      entries.set(entry.id, entry);
    }
  }
  return [...entries.values()].sort((one, other) => one.term.localeCompare(other.term, 'en'));
}
