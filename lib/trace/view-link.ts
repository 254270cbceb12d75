/** A link to a moment: where the playhead stands, through which window, with what selected. */
import { z } from './zod';

const coordinate = z.coerce.number().min(0).max(1e12);

const linkSchema = z
  .strictObject({
    run: z
      .string()
      .regex(/^[a-z0-9-]+\/[a-z0-9-]+$/)
      .optional()
      .describe("A recorded run of the site, 'unit/example'"),
    file: z
      .string()
      .regex(/^[0-9a-f]{8,64}$/)
      .optional()
      .describe('Or the hash of the scenario of a trace file, for whoever has that file'),
    axis: z.enum(['steps', 'time']).default('steps'),
    plumbing: z.literal('shown').optional(),
    at: coordinate.optional().describe('The playhead, a position'),
    from: coordinate.optional().describe('The window, in units of the axis'),
    to: coordinate.optional(),
    row: z
      .string()
      .regex(/^[a-z]+(-\d+)*$/)
      .optional()
      .describe('The selected mark: its row, and the moment at which it begins'),
    mark: coordinate.optional(),
  })
  .refine(({ run, file }) => run === undefined || file === undefined, 'names two runs')
  .refine(({ from, to }) => (from === undefined) === (to === undefined), 'half a window')
  .refine(({ from = 0, to = 1 }) => from < to, 'a window that ends before it begins')
  .refine(({ row, mark }) => (row === undefined) === (mark === undefined), 'half a selection');

/** All that a link says, as it stands in the hash of an address. */
export type ViewLink = z.infer<typeof linkSchema>;

/** A link as text, without the '#'. Numbers keep as much as a pixel needs. */
export function writeViewLink(link: ViewLink): string {
  const parts = new URLSearchParams();
  for (const [key, value] of Object.entries(link)) {
    if (value === undefined) continue;
    parts.set(key, typeof value === 'number' ? String(Number(value.toFixed(3))) : value);
  }
  return parts.toString().replaceAll('%2F', '/');
}

/** What a hash says; 'none' where it says nothing about a run, 'broken' where it cannot be understood. */
export function readViewLink(hash: string): ViewLink | 'none' | 'broken' {
  const text = hash.replace(/^#/, '');
  if (text === '') return 'none';
  const parts = [...new URLSearchParams(text)];
  if (new Set(parts.map(([key]) => key)).size < parts.length) return 'broken';
  return linkSchema.safeParse(Object.fromEntries(parts)).data ?? 'broken';
}
