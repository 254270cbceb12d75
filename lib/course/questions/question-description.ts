/** What an author writes in `questions.json`. Text may hold `inline code` and nothing else. */
import { z } from 'zod';
import { doingSchema, probeSchema } from '../probe';
import { eventSelectorSchema } from '../stop';
import { slugSchema } from '../unit';

const id = slugSchema.describe('Never changes: the learner’s answer names it');
const text = z.string().min(1);
const reason = text.describe('Why it is right or wrong, whichever the learner chose');
const seconds = z.number().nonnegative();
const file = text.describe("A file of the proof's example");

/** Where `____` stands in a line of code, an option is filled in. */
export const GAP = '____';

export const selectorSchema = z.union([
  eventSelectorSchema,
  z.strictObject({
    logged: text.describe('A whole line that the code prints'),
    request: z.string().optional(),
    nth: z.int().positive().optional().describe('Which of those lines, from 1'),
  }),
]);

const common = {
  id: slugSchema.describe('Unique in the course. Never changes: the record is kept under it'),
  prompt: text,
  proof: z.strictObject({
    example: text.describe('An example of this unit'),
    caption: text.describe('What to look at in its run'),
    shows: z.array(probeSchema).default([]).describe('Facts of its run on which the answer rests'),
  }),
};

const choice = {
  ...common,
  options: z
    .array(
      z.strictObject({
        id,
        text,
        reason,
        shows: z.array(probeSchema).min(1).optional().describe('Right exactly when all of it is so'),
        correct: z.boolean().optional().describe('Only where no run can decide between the options'),
      }),
    )
    .min(2)
    .refine(
      (options) =>
        options.every(({ shows, correct }) => shows !== undefined && correct === undefined) ||
        options.every(({ shows, correct }) => shows === undefined && correct !== undefined),
      { message: 'every option has `shows`, or every option has `correct`' },
    ),
};

const written = z.array(z.strictObject({ id, text, reason })).min(2);

const descriptions = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('single'), ...choice }),
  z.strictObject({ kind: z.literal('multiple'), ...choice }),
  z.strictObject({
    kind: z.literal('order'),
    ...common,
    items: z.array(z.strictObject({ id, text, reason, event: selectorSchema })).min(2),
  }),
  z.strictObject({
    kind: z.literal('gap'),
    ...common,
    file,
    code: text.refine((code) => code.split(GAP).length === 2, { message: `holds ${GAP} once` }),
    options: written,
  }),
  z.strictObject({
    kind: z.literal('line'),
    ...common,
    file,
    event: selectorSchema,
    options: written.describe('The text of each is a whole line of the file, without its indentation'),
  }),
  z.strictObject({
    kind: z.literal('moment'),
    ...common,
    request: text,
    at: seconds,
    options: z.array(z.strictObject({ id: doingSchema, reason })).min(2),
  }),
  z.strictObject({
    kind: z.literal('time'),
    ...common,
    event: selectorSchema,
    range: z.tuple([seconds, seconds]),
    tolerance: seconds,
    bands: z.array(z.strictObject({ id, from: seconds, to: seconds, reason })).min(2),
  }),
]);

export type QuestionDescription = z.output<typeof descriptions>;
export type DescriptionOf<Kind extends QuestionDescription['kind']> = Extract<
  QuestionDescription,
  { readonly kind: Kind }
>;
export type Selector = z.output<typeof selectorSchema>;

/** Ids of what the learner chooses from. */
export function optionIds(question: QuestionDescription): readonly string[] {
  const options =
    question.kind === 'order' ? question.items : question.kind === 'time' ? question.bands : question.options;
  return options.map((option) => option.id);
}

export const questionsSchema = z.array(
  descriptions.refine((question) => new Set(optionIds(question)).size === optionIds(question).length, {
    message: 'two options share an id',
  }),
);
