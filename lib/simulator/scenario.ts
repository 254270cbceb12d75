/**
 * A scenario: everything one run needs. The format is that of the fidelity scenarios (snake_case,
 * seconds), so that one file serves the course, the command line and the comparison with native Django.
 * Two keys are ours: `files` (learner modules by path) and `view_entry` (a dotted path into them).
 */
import { z } from '@/lib/trace/zod';

const seconds = z.number().nonnegative().max(3600);
const identifier = z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/);
/** 'middleware.py', or 'app/middleware.py' in a package. */
export const MODULE_PATH = /^(?:[A-Za-z_]\w*\/)*[A-Za-z_]\w*\.py$/;
const dottedPath = z.string().regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)*$/);

export const requestSchema = z.object({
  id: z.string().min(1).max(40),
  method: z.string().default('GET'),
  path: z.string().startsWith('/'),
  headers: z.record(z.string(), z.string()).default({}),
  at: seconds.default(0).describe('Arrival'),
  disconnect_after: seconds.optional().describe('Seconds after arrival at which the client goes away'),
  body: z.string().optional(),
  body_chunks: z
    .array(z.tuple([seconds, z.string().nullable()]))
    .optional()
    .describe('[at, text]; null for a disconnect'),
});

export const layerSchema = z.union([
  dottedPath.describe("A built-in, or an entry of `files`: 'middleware.RequestTimer'"),
  z.object({ entry: identifier, source: z.string() }).describe('Layer n lives in module layer_n'),
]);

export const scenarioSchema = z.object({
  id: z.string().min(1).max(80),
  title: z.string().default(''),
  layers: z.array(layerSchema),
  files: z.record(z.string().regex(MODULE_PATH), z.string()).default({}),
  view: z.string().optional().describe('Source of module scn_views, which defines `view`'),
  view_entry: dottedPath.optional().describe("Instead of `view`: 'views.view', where views.py is in `files`"),
  urls: z.string().optional(),
  setup: z.string().optional().describe('Run once after django.setup(), before the handler is built'),
  script: z.string().optional().describe('mode script: asyncio.run(main()) of this source'),
  settings: z.record(z.string(), z.json()).default({}),
  requests: z.array(requestSchema).max(10_000),
  mode: z.enum(['asgi', 'wsgi', 'async_client', 'script']).default('asgi'),
  wsgi_threads: z.int().min(1).max(64).default(1),
  raise_request_exception: z.boolean().optional(),
  linger: seconds.default(0).describe('Seconds the server keeps running after the last response'),
  seed: z
    .int()
    .nonnegative()
    .default(0)
    .describe('0 keeps events due at one instant in the order they were scheduled'),
});

/** A scenario with every default filled in. */
export type Scenario = z.infer<typeof scenarioSchema>;
/** A scenario as an author writes it. */
export type ScenarioInput = z.input<typeof scenarioSchema>;
