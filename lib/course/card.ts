/** What an author writes in `cards.json`: what should be remembered of a unit, as cards to review. */
import { z } from 'zod';
import { slugSchema } from './unit';

export const cardSchema = z.strictObject({
  id: slugSchema.describe('Unique in the unit. Never changes: the record is kept under it'),
  front: z.string().min(1).describe('A question. May hold `inline code`'),
  back: z.string().min(1).describe('Its answer. May hold `inline code`'),
  example: z.string().describe('The run that shows it'),
  unit: slugSchema.optional().describe('The unit whose run it is, where that is another'),
});

export const cardsSchema = z.array(cardSchema);

export type Card = z.output<typeof cardSchema>;
