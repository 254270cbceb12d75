/**
 * What `npm run runtime` built: the files of public/runtime by their content-hashed names, so that they can be
 * cached for ever. The site is built with it (`runtime.generated.ts`): a page and its runtime are always of
 * one build, and nothing has to be asked for before the files themselves.
 */

export type Artefact = {
  /** Name, the first 16 hex digits of its sha256, and `.bin`. */
  readonly file: string;
  /** On the wire, compressed. */
  readonly bytes: number;
  readonly unpackedBytes: number;
};

/** The interpreter's memory after Django was imported: the pages that differ from a fresh heap. */
export type MemoryImageInfo = Artefact & {
  /** Base64 of Pyodide's own snapshot header. */
  readonly header: string;
  /** Size of the heap that the image was taken from. */
  readonly heapBytes: number;
  readonly pageBytes: number;
  /** First page and number of pages of each stretch, in the order of the file. */
  readonly ranges: readonly (readonly [firstPage: number, pageCount: number])[];
  /** sha256 of the whole restored heap, hex. */
  readonly hash: string;
};

export type RuntimeManifest = {
  readonly versions: { readonly pyodide: string; readonly python: string; readonly django: string };
  /** JavaScript of the loader, gzip. */
  readonly loader: Artefact;
  /** JavaScript of the interpreter, gzip. */
  readonly worker: Artefact;
  /** pyodide.asm.wasm, zstd. */
  readonly python: Artefact;
  /** Modules that the image does not hold yet, zstd. */
  readonly library: Artefact;
  /** Modules that the image holds: only a plain boot needs them. */
  readonly imported: Artefact;
  /** null where no snapshot could be made: then every boot is plain. */
  readonly memory: MemoryImageInfo | null;
};
