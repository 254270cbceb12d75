/** What an author writes in `examples/<name>/scenario.json`; the `.py` files beside it are its sources. */
import { z } from 'zod';
import { scenarioSchema } from '@/lib/simulator/scenario';
import { stopSchema } from './stop';

/** A scenario without its sources, which stand in files beside it. */
export const stackSchema = z.strictObject(scenarioSchema.omit({ files: true }).shape);

export const exampleSchema = stackSchema.extend({
  stops: z.array(stopSchema).default([]).describe('Moments with captions, in the order of the run'),
});

export type ExampleDescription = z.output<typeof exampleSchema>;
export type Stack = z.output<typeof stackSchema>;
