/** Names that the page and its service worker agree on. */
import type { RuntimeManifest } from '@/lib/simulator/runtime-manifest';

/** Holds the files of the interpreter and of Ruff, whose names change with their contents. */
export const RUNTIME_CACHE = 'await-points-runtime';

/** What the page says to a worker that waits to take over. */
export const TAKE_OVER = { type: 'take-over' } as const;

/** The files that a first run fetches, and their size on the wire in bytes. */
export function filesToKeep({ loader, worker, python, library, imported, memory }: RuntimeManifest): {
  readonly files: readonly string[];
  readonly bytes: number;
} {
  // A boot from the memory image needs no modules beside the library.
  const parts = [loader, worker, python, library, memory ?? imported];
  return {
    files: parts.map(({ file }) => file),
    bytes: parts.reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
