/** What an author writes in `questions.json`. Text may hold `inline code` and nothing else. */
import { z } from 'zod';
import { slugSchema } from './unit';

const optionSchema = z.strictObject({
  id: slugSchema.describe('Never changes: the learner’s answer names it'),
  text: z.string().min(1),
  correct: z.boolean(),
  reason: z.string().min(1).describe('Why it is right or wrong, whichever the learner chose'),
});

export const questionSchema = z
  .strictObject({
    id: slugSchema.describe('Unique in the course. Never changes: the record is kept under it'),
    kind: z.enum(['single', 'multiple']),
    prompt: z.string().min(1),
    options: z.array(optionSchema).min(2),
    proof: z.strictObject({
      example: z.string().describe('An example of this unit'),
      caption: z.string().min(1).describe('What to look at in its run'),
    }),
  })
  .refine(
    ({ kind, options }) => {
      const right = options.filter(({ correct }) => correct).length;
      return kind === 'single' ? right === 1 : right >= 1;
    },
    { message: 'a question of kind "single" has exactly one right option, "multiple" at least one' },
  )
  .refine(({ options }) => new Set(options.map(({ id }) => id)).size === options.length, {
    message: 'two options share an id',
  });

export const questionsSchema = z.array(questionSchema);

export type QuestionDescription = z.output<typeof questionSchema>;

/** A question with the fingerprint of its wording, by which a kept answer knows that it was edited since. */
export type Question = QuestionDescription & { readonly hash: string };
