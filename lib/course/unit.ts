/** What an author writes in `unit.json`. Read at build time only. */
import { z } from 'zod';
import { type PartId, parts } from './parts';

const partIds = parts.map((part) => part.id) as [PartId, ...PartId[]];

/** An id that stands in addresses and in the learner's record: it never changes. */
export const slugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'lower-case words joined by hyphens, such as "simple-async-middleware"');

export const levels = ['foundation', 'intermediate', 'advanced', 'expert'] as const;

export const unitSchema = z.strictObject({
  id: slugSchema.describe("The folder's name. Never changes"),
  title: z.string().min(1),
  level: z.enum(levels),
  part: z.enum(partIds),
  position: z.int().positive().describe('Place within the part, from 1; for a step, its number'),
  minutes: z.int().positive().describe('To read the prose, watch the runs and do the exercise'),
  concepts: z.array(z.string().min(1)).min(1),
  prerequisites: z
    .array(slugSchema)
    .describe('Ids of units; one that does not exist yet is left out of the page'),
  published: z.iso.date().optional().describe('The day on which it came out, for the feed'),
  summary: z.string().min(1).describe('One sentence, for the map and for search results'),
  documentation: z
    .array(
      z.strictObject({
        title: z.string().min(1).describe('The page and its section, by their own names'),
        source: z.string().min(1).describe('The work and its version, and where in it'),
        says: z.string().min(1).describe('What it says, in our words. May hold `inline code`'),
        url: z.url({ protocol: /^https$/ }).optional(),
      }),
    )
    .default([])
    .describe('"What the docs say"'),
});

export type UnitDescription = z.output<typeof unitSchema>;
export type Level = UnitDescription['level'];
