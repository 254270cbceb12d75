/** Whose work the site hands out, as `scripts/gather-notices.mjs` found it. Build time only. */
import { z } from 'zod';
import { readJson } from './unit-files';

const noticesSchema = z.array(
  z.strictObject({
    name: z.string(),
    version: z.string(),
    licence: z.string().describe('As the work names it: an SPDX expression where it has one'),
    file: z.string().describe('Its text, below /licences/'),
  }),
);

export type Notice = z.output<typeof noticesSchema>[number];

/** The notices in `public/licences`. Throws CourseError where they were not gathered. */
export function readNotices(): readonly Notice[] {
  return readJson('public/licences/notices.json', noticesSchema);
}
