/** The course's words about rules of Ruff, which the editor shows: `content/hints.json`. */
import { join } from 'node:path';
import { z } from 'zod';
import type { Explanations } from '@/lib/ruff/explanation';
import type { Lesson } from './lesson';
import { unitAddress } from './map';
import { CourseError, readJson } from './unit-files';

const hintsSchema = z.array(
  z.strictObject({
    rule: z.string().regex(/^[A-Z]+\d+$/, "a rule's code, such as 'ASYNC251'"),
    title: z.string().min(1).describe('What is the matter, as a heading. May hold `inline code`'),
    why: z.string().min(1).describe('Why it matters, in plain words. May hold `inline code`'),
    instead: z.string().min(1).describe('What to write instead. May hold `inline code`'),
    unit: z.string().describe('The unit that teaches it'),
    section: z.string().describe('The heading of its lesson, by id'),
    fires: z.string().min(1).describe('Python that breaks the rule'),
    mended: z.string().min(1).describe('The same, as it should be'),
  }),
);

export type ExplainedRule = z.output<typeof hintsSchema>[number];

type UnitOfSections = {
  readonly id: string;
  readonly title: string;
  readonly lesson: Pick<Lesson, 'headings'>;
};

/** The explained rules of the course in `content`. Throws CourseError where a rule stands twice. */
export function readExplainedRules(content: string): readonly ExplainedRule[] {
  const file = join(content, 'hints.json');
  const rules = readJson(file, hintsSchema);
  const repeated = rules.find(({ rule }, index) => rules.findIndex((other) => other.rule === rule) !== index);
  if (repeated !== undefined) throw new CourseError(file, `explains ${repeated.rule} twice.`);
  return rules;
}

/** The same as the editor takes them. Throws CourseError where a link leads nowhere. */
export function readExplanations(content: string, units: readonly UnitOfSections[]): Explanations {
  const entries = readExplainedRules(content).map(({ rule, title, why, instead, unit: id, section }) => {
    const unit = units.find((candidate) => candidate.id === id);
    if (!unit?.lesson.headings.some((heading) => heading.id === section)) {
      throw new CourseError(
        join(content, 'hints.json'),
        `${rule} links to "${id}#${section}", which is nowhere.`,
      );
    }
    const address = `${unitAddress(id)}#${section}` as const;
    return [rule, { title, why, instead, unit: { title: unit.title, address } }] as const;
  });
  return Object.fromEntries(entries);
}

/** The source of `lib/ruff/explanations.generated.ts`: a module of its own, which is fetched with the first hint. */
export function explanationsSource(explanations: Explanations): string {
  return [
    '// Written by scripts/generate-manifest.mjs.',
    "import type { Explanations } from './explanation';",
    '',
    `export const explanations: Explanations = ${JSON.stringify(explanations, null, 2)};`,
    '',
  ].join('\n');
}
