/** What `scripts/build-ruff.mjs` built: the files of public/ruff, by names that change with their contents. */
import type { Artefact } from '@/lib/simulator/runtime-manifest';

export type RuffBuild = {
  /** JavaScript of the worker, gzip. */
  readonly worker: Artefact;
  /** Ruff's WebAssembly, zstd. */
  readonly ruff: Artefact;
};
