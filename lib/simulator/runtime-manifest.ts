/**
 * What `npm run runtime` built: the files of public/runtime by their content-hashed names. The client
 * reads it first, so that everything else can be cached for ever.
 */
import { z } from 'zod';

const byteCount = z.int().nonnegative();

const artefactSchema = z.strictObject({
  file: z.string().regex(/^[a-z]+\.[0-9a-f]{16}\.bin$/),
  bytes: byteCount.describe('On the wire, compressed'),
  unpackedBytes: byteCount,
});

/** The interpreter's memory after Django was imported: the pages that differ from a fresh heap. */
export const memoryImageSchema = z.strictObject({
  ...artefactSchema.shape,
  header: z.string().describe("Base64 of Pyodide's own snapshot header"),
  heapBytes: byteCount.describe('Size of the heap that the image was taken from'),
  pageBytes: byteCount,
  ranges: z
    .array(z.tuple([z.int().nonnegative(), z.int().positive()]))
    .describe('First page and number of pages of each stretch, in the order of the file'),
  hash: z.string().describe('sha256 of the whole restored heap, hex'),
});

export const runtimeManifestSchema = z.strictObject({
  schema: z.literal(1),
  versions: z.strictObject({ pyodide: z.string(), python: z.string(), django: z.string() }),
  loader: artefactSchema.describe('JavaScript of the loader, gzip'),
  worker: artefactSchema.describe('JavaScript of the interpreter, gzip'),
  python: artefactSchema.describe('pyodide.asm.wasm, zstd'),
  library: artefactSchema.describe('Modules that the image does not hold yet, zstd'),
  imported: artefactSchema.describe('Modules that the image holds: only a plain boot needs them'),
  memory: memoryImageSchema
    .nullable()
    .describe('null where no snapshot could be made: then every boot is plain'),
});

export type RuntimeManifest = z.infer<typeof runtimeManifestSchema>;
export type MemoryImageInfo = z.infer<typeof memoryImageSchema>;
