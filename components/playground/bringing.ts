/** All that reads what is brought: one chunk, fetched when somebody is about to bring something. */

import type { Files } from '@/lib/playground/arrangement';
import { type Bringing, bringFiles, PASTED } from '@/lib/playground/bring-file';
import type { Handed } from './bring';
import { findingsIn, readFiles } from './read-files';

/** The files with what was handed over among them; or why they are as they were. */
export async function bringHanded(files: () => Files, handed: Handed): Promise<Bringing> {
  if ('text' in handed) return bringFiles(files(), [{ path: PASTED, source: handed.text }]);
  const { brought, notes } = await readFiles(await findingsIn(handed));
  const bringing = bringFiles(files(), brought);
  return { ...bringing, words: [bringing.words, ...notes].join(' ') };
}
