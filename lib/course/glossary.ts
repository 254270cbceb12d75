/** The course's words, each with its meaning in a sentence or two: `content/glossary.json`. */
import { join } from 'node:path';
import { z } from 'zod';
import { slugSchema } from './unit';
import { readJson } from './unit-files';

export const glossarySchema = z.array(
  z.strictObject({
    id: slugSchema,
    term: z.string().min(1),
    meaning: z.string().min(1).describe('May hold `inline code`'),
  }),
);

export type GlossaryEntry = z.output<typeof glossarySchema>[number];

/** The glossary of the course in `content`. Throws CourseError where it is missing or wrong. */
export function readGlossary(content: string): readonly GlossaryEntry[] {
  return readJson(join(content, 'glossary.json'), glossarySchema);
}
