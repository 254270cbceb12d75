/**
 * What client, loader and interpreter say to each other. The client parses what it hears; the two workers
 * hear only the client and, the interpreter before it has run anything, the loader.
 */
import { z } from '@/lib/trace/zod';
import type { MemoryImageInfo, RuntimeManifest } from './runtime-manifest';

/** What a loader hands back, so that later ones start without any download. */
export type KeptArtefacts = {
  readonly python: WebAssembly.Module;
  readonly library: Blob;
  readonly image: Blob;
};

type Packed = Pick<RuntimeManifest['library'], 'file' | 'unpackedBytes'>;

/** First message to a loader; a port to the client and one to the interpreter ride along. */
export type LoadMessage = {
  readonly baseUrl: string;
  readonly python: Packed;
  readonly library: Packed;
  /** The memory image or, for a plain boot, the archive of the modules that it would hold. */
  readonly image: Packed;
  readonly kept: KeptArtefacts | null;
};

/** First message to an interpreter's worker; a port to the client and one to the loader ride along. */
export type StartMessage = {
  /** null for a plain boot. */
  readonly image: MemoryImageInfo | null;
};

/** Loader to interpreter; each once. */
export type PartMessage =
  | { readonly kind: 'python'; readonly module: WebAssembly.Module }
  | { readonly kind: 'library' | 'image'; readonly body: Uint8Array<ArrayBuffer> };

/** Client to interpreter: run this scenario, once. */
export type RunMessage = { readonly kind: 'run'; readonly scenario: string };

const failedSchema = z.strictObject({
  kind: z.literal('failed'),
  reason: z.enum(['download', 'outdated', 'boot', 'memory', 'recursion', 'exit', 'run']),
  message: z.string(),
});

export const loaderMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), bytes: z.int().nonnegative() }),
  z.strictObject({
    kind: z.literal('loaded'),
    kept: z.strictObject({
      python: z.instanceof(WebAssembly.Module),
      library: z.instanceof(Blob),
      image: z.instanceof(Blob),
    }),
  }),
  failedSchema,
]);
export type LoaderMessage = z.infer<typeof loaderMessageSchema>;

export const interpreterMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('ready') }),
  z.strictObject({ kind: z.literal('running') }),
  z.strictObject({ kind: z.literal('trace'), text: z.string() }),
  failedSchema,
]);
export type InterpreterMessage = z.infer<typeof interpreterMessageSchema>;
