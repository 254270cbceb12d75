/**
 * An authored stop: a moment of a run with a caption. Authors name the moment by what happens there, so
 * that a stop stays right when a new Django or cost model moves it.
 */
import { z } from 'zod';
import { traceEventSchema } from '@/lib/trace/schema';
import type { AuthoredStop } from '@/lib/trace/stops';

const eventKinds = traceEventSchema.options.map(({ shape }) => shape.kind.value);

export const eventSelectorSchema = z.strictObject({
  event: z.enum(eventKinds).describe('An event kind of the trace'),
  request: z.string().optional(),
  layer: z.string().optional().describe("A layer's short name: 'RequestTimer', 'view'"),
  nth: z.int().positive().optional().describe('Which of the events that match, from 1'),
});

export const stopSchema: z.ZodType<AuthoredStop> = z.strictObject({
  at: z.union([z.int().nonnegative().describe('Microseconds'), eventSelectorSchema]),
  caption: z.string().min(1),
});
