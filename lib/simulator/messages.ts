/** What client and worker say to each other. The client parses; the worker hears only the client. */
import { z } from 'zod';
import type { RuntimeManifest } from './runtime-manifest';

/** What the first worker hands back, so that later ones start without any download. */
export type KeptArtefacts = {
  readonly python: WebAssembly.Module;
  readonly library: Blob;
  /** The memory image or, for plain boots, the modules that it would hold. */
  readonly image: Blob;
};

/** First message to a worker; the port for all later ones rides along. */
export type StartMessage = {
  readonly kind: 'start';
  readonly baseUrl: string;
  readonly manifest: RuntimeManifest;
  readonly plain: boolean;
  readonly kept: KeptArtefacts | null;
};
/** Over the port: run this scenario, once. */
export type RunMessage = { readonly kind: 'run'; readonly scenario: string };

const milliseconds = z.number().nonnegative();
const blob = z.instanceof(Blob);

export const workerMessageSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), bytes: z.int().nonnegative() }),
  z.strictObject({
    kind: z.literal('ready'),
    kept: z.strictObject({
      python: z.instanceof(WebAssembly.Module),
      library: blob,
      image: blob,
    }),
    phases: z.array(z.tuple([z.string(), milliseconds])).describe('When each part of the boot ended'),
  }),
  z.strictObject({ kind: z.literal('trace'), text: z.string() }),
  z.strictObject({
    kind: z.literal('failed'),
    reason: z.enum(['download', 'boot', 'memory', 'run']),
    message: z.string(),
  }),
]);
export type WorkerMessage = z.infer<typeof workerMessageSchema>;
