/**
 * What the playground puts together beside the Python files: layers in their order, requests, the server. It is kept
 * as a file of its own among them, so that drafts, undo, links and comparison treat it like any text.
 */
import { MODULE_PATH, type Scenario, type ScenarioInput, scenarioSchema } from '@/lib/simulator/scenario';
import { z } from '@/lib/trace/zod';

export type Files = Readonly<Record<string, string>>;

/** The arrangement's place among the files. */
export const ARRANGEMENT = 'arrangement.json';

const VIEW_MODULE = 'scn_views';

/** More than anybody looks at, and less than would keep a page busy. */
export const LIMITS = { layers: 40, requests: 1000, files: 40, characters: 200_000 } as const;

const { title, settings, urls, setup, requests, mode, wsgi_threads, linger, seed } = scenarioSchema.shape;

const layerSchema = z.strictObject({
  path: z.string().regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/, 'a dotted path such as middleware.timer'),
  on: z.boolean().default(true).describe('Off: it stays on the list, and out of the stack'),
});

export const arrangementSchema = z.strictObject({
  version: z.literal(1),
  title,
  layers: z.array(layerSchema).max(LIMITS.layers),
  view: z.string().regex(/^[A-Za-z_]\w*(\.[A-Za-z_]\w*)+$/, 'a dotted path such as views.report'),
  requests: requests.max(LIMITS.requests),
  mode: mode.unwrap().exclude(['script', 'async_client']).default('asgi'),
  wsgi_threads,
  settings,
  urls,
  setup,
  linger,
  seed,
});

export type Arrangement = z.output<typeof arrangementSchema>;
export type PlaygroundLayer = Arrangement['layers'][number];
export type PlaygroundRequest = Arrangement['requests'][number];

const filesSchema = z
  .record(z.string(), z.string())
  .refine((files) => Object.keys(files).every((path) => path === ARRANGEMENT || isModule(path)), {
    message: 'a file is named like a module: middleware.py, or app/middleware.py',
  })
  .refine((files) => Object.keys(files).length <= LIMITS.files, {
    message: `there are more than ${LIMITS.files} files`,
  })
  .refine((files) => Object.values(files).join('').length <= LIMITS.characters, {
    message: `the files have more than ${LIMITS.characters.toLocaleString('en')} characters`,
  });

/** Whether a file of that name can be imported. */
export function isModule(path: string): boolean {
  return MODULE_PATH.test(path);
}

export type Reading =
  | { readonly arrangement: Arrangement; readonly problem: null }
  | { readonly arrangement: null; readonly problem: string };

/** The arrangement among the files, or a sentence about what is wrong with it. */
export function readArrangement(files: Files): Reading {
  const size = filesSchema.safeParse(files);
  if (!size.success) return { arrangement: null, problem: sentence(size.error) };
  let json: unknown;
  try {
    json = JSON.parse(files[ARRANGEMENT] ?? '');
  } catch {
    return { arrangement: null, problem: 'It holds no arrangement of layers and requests.' };
  }
  const { success, data, error } = arrangementSchema.safeParse(json);
  return success ? { arrangement: data, problem: null } : { arrangement: null, problem: sentence(error) };
}

function sentence({ issues: [issue] }: z.ZodError): string {
  const place = issue?.path.join('.') ?? '';
  return `${place === '' ? 'It cannot be used' : `${place} cannot be used`}: ${issue?.message ?? 'it is broken'}.`;
}

/** The arrangement as the text of its file. */
export function writeArrangement(arrangement: Arrangement): string {
  return `${JSON.stringify(arrangement, null, 2)}\n`;
}

/** The files with another arrangement. */
export function withArrangement(files: Files, arrangement: Arrangement): Files {
  return { ...files, [ARRANGEMENT]: writeArrangement(arrangement) };
}

/** The Python files. */
export function modulesOf(files: Files): Files {
  return Object.fromEntries(Object.entries(files).filter(([path]) => path !== ARRANGEMENT));
}

/** A scenario, an example's or an exercise's, as the playground's files. */
export function filesOf(given: ScenarioInput): Files {
  const scenario = scenarioSchema.parse(given);
  const files: Record<string, string> = { ...scenario.files };
  const layers = scenario.layers.map((layer, index) => {
    if (typeof layer === 'string') return { path: layer, on: true };
    files[`layer_${index + 1}.py`] = layer.source;
    return { path: `layer_${index + 1}.${layer.entry}`, on: true };
  });
  if (scenario.view !== undefined) files[`${VIEW_MODULE}.py`] = scenario.view;
  const arrangement = arrangementSchema.parse({
    version: 1,
    title: scenario.title,
    layers,
    view: scenario.view_entry ?? `${VIEW_MODULE}.view`,
    requests: scenario.requests,
    mode: scenario.mode === 'wsgi' ? 'wsgi' : 'asgi',
    wsgi_threads: scenario.wsgi_threads,
    settings: scenario.settings,
    urls: scenario.urls,
    setup: scenario.setup,
    linger: scenario.linger,
    seed: scenario.seed,
  });
  return withArrangement(files, arrangement);
}

/** What is run: the layers that are on, in their order. Throws an Error with a sentence where there is no arrangement. */
export function scenarioOf(files: Files): Scenario {
  const { arrangement, problem } = readArrangement(files);
  if (arrangement === null) throw new Error(problem);
  const { version: _, layers, view, ...rest } = arrangement;
  return scenarioSchema.parse({
    ...rest,
    id: 'playground',
    layers: layers.filter(({ on }) => on).map(({ path }) => path),
    files: modulesOf(files),
    view_entry: view,
  });
}
