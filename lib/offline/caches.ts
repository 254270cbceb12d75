/** Names that the page and its service worker agree on. */
import type { RuffBuild } from '@/lib/ruff/ruff-build';
import type { RuntimeManifest } from '@/lib/simulator/runtime-manifest';

/** Holds the files of the interpreter and of Ruff, whose names change with their contents. */
export const RUNTIME_CACHE = 'await-points-runtime';

/** What the page says to a worker that waits to take over. */
export const TAKE_OVER = { type: 'take-over' } as const;

type Kept = {
  /** From the root of the site. */
  readonly files: readonly `/${string}`[];
  /** On the wire. */
  readonly bytes: number;
};

/** The files that a first run and a first edit fetch. */
export function filesToKeep(runtime: RuntimeManifest, { worker, ruff }: RuffBuild): Kept {
  const { loader, python, library, memory, imported } = runtime;
  // A boot from the memory image needs no modules beside the library.
  const interpreter = [loader, runtime.worker, python, library, memory ?? imported];
  return {
    files: [
      ...interpreter.map(({ file }) => `/runtime/${file}` as const),
      ...[worker, ruff].map(({ file }) => `/ruff/${file}` as const),
    ],
    bytes: [...interpreter, worker, ruff].reduce((sum, { bytes }) => sum + bytes, 0),
  };
}
