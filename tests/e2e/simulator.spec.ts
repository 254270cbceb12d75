/** The simulator in a real browser, on a bare page: nothing of the site is between it and the reader. */
import { expect, type Page, test } from '@playwright/test';
import { runtimeModules } from '@/lib/playground/runtime-modules';
import type { ClientOptions } from '@/lib/simulator/client';
import { builtRuntime } from '@/lib/simulator/runtime.generated';
import type { ScenarioInput } from '@/lib/simulator/scenario';
import type { Simulator } from '@/lib/simulator/simulator';
import type { Trace } from '@/lib/trace/schema';
import { serveSimulatorPage } from '../../scripts/simulator-page.mjs';
import type { ServedRequest } from '../../scripts/static-server.mjs';
import { inspectWorker } from '../support/inspect-worker';

declare global {
  var simulator: Simulator;
  var createSimulator: (options: Partial<ClientOptions>) => Simulator;
}

const LAYER = `
import asyncio

def AddHeader(get_response):
    async def middleware(request):
        await asyncio.sleep(0.1)
        response = await get_response(request)
        response['X-Seen'] = request.path
        return response
    return middleware

AddHeader.sync_capable = False
AddHeader.async_capable = True
`;
const VIEW = `
from django.http import HttpResponse

async def view(request):
    return HttpResponse('hello')
`;

/** One async layer over an async view; `statement` is what the layer does before it awaits. */
function scenario(statement = ''): ScenarioInput {
  const source = LAYER.replace('await asyncio.sleep(0.1)', statement || 'await asyncio.sleep(0.1)');
  return {
    id: 'simulator-spec',
    layers: [{ entry: 'AddHeader', source }],
    view: VIEW,
    requests: [
      { id: 'A', path: '/a' },
      { id: 'B', path: '/b', at: 0.02 },
    ],
  };
}

type Outcome = { readonly trace?: Trace; readonly kind?: string; readonly message?: string };

/** Runs in the page's simulator; a failure comes back as its kind and message. */
const run = (page: Page, input: ScenarioInput): Promise<Outcome> =>
  page.evaluate(
    (json) =>
      globalThis.simulator.run(JSON.parse(json)).then(
        ({ trace }): Outcome => ({ trace }),
        ({ kind, message }): Outcome => ({ kind, message }),
      ),
    JSON.stringify(input),
  );

const requests: ServedRequest[] = [];
let server: Awaited<ReturnType<typeof serveSimulatorPage>>;

test.beforeAll(async () => {
  server = await serveSimulatorPage({ onRequest: (request) => requests.push(request) });
});
test.afterAll(() => server.close());
test.beforeEach(async ({ page }) => {
  await page.goto(server.origin);
  requests.length = 0;
});

test('runs real Django from the memory image, without the modules that only a plain boot needs', async ({
  page,
}) => {
  const { trace } = await run(page, scenario());
  expect(trace?.requests.map(({ status, body, headers }) => [status, body, headers.at(-1)])).toEqual([
    [200, 'hello', ['X-Seen', '/a']],
    [200, 'hello', ['X-Seen', '/b']],
  ]);
  const files = requests.map(({ path }) => path);
  expect(files.some((path) => path.includes('memory.'))).toBe(true);
  expect(files.some((path) => path.includes('imported.'))).toBe(false);
});

test('gives the same bytes for the same scenario, in another interpreter', async ({ page }) => {
  const first = await run(page, scenario());
  const second = await run(page, scenario());
  expect(first.trace).toBeDefined();
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

test('fetches nothing once it has booted, not even for the next interpreters', async ({ page }) => {
  await run(page, scenario());
  requests.length = 0;
  await run(page, scenario());
  await run(page, scenario('import tomllib, difflib; await asyncio.sleep(0.1)'));
  expect(requests).toEqual([]);
});

test('leaves the worker nothing but plain computing', async ({ page }) => {
  const evaluateInWorker = await inspectWorker(page);
  await page.evaluate(() => globalThis.simulator.warm());
  await page.waitForFunction(() => globalThis.simulator.stage.kind === 'warm');
  const names = [
    ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'WebTransport', 'RTCPeerConnection'],
    ...['importScripts', 'Worker', 'SharedWorker', 'BroadcastChannel', 'postMessage', 'close', 'eval'],
    ...['indexedDB', 'caches', 'cookieStore', 'navigator', 'location', 'FontFace', 'Notification'],
  ];
  for (const name of names) expect(await evaluateInWorker(`typeof ${name}`), name).toBe('undefined');
  requests.length = 0;
  expect(await evaluateInWorker("import('data:text/javascript,').catch((error) => error.name)")).toBe(
    'TypeError',
  );
  expect(requests).toEqual([]);
});

test('ends a run that never gives way, says so, and the next run works', async ({ page }) => {
  await page.evaluate(() => {
    globalThis.simulator = globalThis.createSimulator({ runLimitMilliseconds: 1000 });
  });
  const endless = await run(page, scenario('sum(range(10 ** 12))'));
  expect(endless.kind).toBe('timeout');
  expect(endless.message).toContain('1 seconds of real time');
  expect((await run(page, scenario())).trace?.outcome.kind).toBe('finished');
});

test('names the line of an endless loop', async ({ page }) => {
  const { trace } = await run(page, scenario('while True: pass'));
  expect(trace?.outcome).toMatchObject({ kind: 'limit', limit: 'lines' });
});

test('reports a deadlock with the await it hangs on', async ({ page }) => {
  const { trace } = await run(page, scenario('await asyncio.Event().wait()'));
  const outcome = trace?.outcome;
  expect(outcome?.kind).toBe('deadlock');
  const waiting = outcome?.kind === 'deadlock' ? outcome.waiting : [];
  expect(waiting.map(({ request }) => request)).toEqual(['A', 'B']);
  const frame = trace?.frames.find(({ id }) => id === waiting[0]?.frame);
  expect(frame).toMatchObject({ file: 'layer_1.py', line: 6 });
});

test('turns a memory bomb into a MemoryError', async ({ page }) => {
  const { trace } = await run(page, scenario('[bytearray(10 ** 7) for _ in range(10 ** 6)]'));
  const errors = trace?.events.filter((event) => event.kind === 'exception').map(({ type }) => type);
  expect(errors).toContain('MemoryError');
  expect((await run(page, scenario())).trace?.outcome.kind).toBe('finished');
});

test('can be cancelled, and runs again', async ({ page }) => {
  const kind = await page.evaluate(
    async (json) => {
      const controller = new AbortController();
      const running = globalThis.simulator.run(JSON.parse(json), { signal: controller.signal });
      const stop = globalThis.simulator.subscribe(() => {
        if (globalThis.simulator.stage.kind === 'running') controller.abort();
      });
      const result = await running.then(
        () => 'finished',
        ({ kind }) => kind,
      );
      stop();
      return result;
    },
    JSON.stringify(scenario('sum(range(10 ** 12))')),
  );
  expect(kind).toBe('cancelled');
  expect((await run(page, scenario())).trace?.outcome.kind).toBe('finished');
});

test('boots plainly where there is no memory image, says so, and gives the same trace', async ({ page }) => {
  test.slow();
  const expected = await run(page, scenario());
  await page.reload();
  await page.evaluate(
    (manifest) => {
      globalThis.simulator = globalThis.createSimulator({ manifest });
    },
    { ...builtRuntime, memory: null },
  );
  const fallback = page.waitForFunction(() => {
    const { stage } = globalThis.simulator;
    return stage.kind === 'starting' && stage.fallback;
  });
  const plain = await run(page, scenario());
  await fallback;
  expect(JSON.stringify(plain)).toBe(JSON.stringify(expected));
});

test('says when the download fails, and runs once it succeeds', async ({ page }) => {
  await page.route('**/runtime/memory.*', (route) => route.abort());
  const { kind, message } = await run(page, scenario());
  expect(kind).toBe('download');
  expect(message).toContain('connection');
  await page.unroute('**/runtime/memory.*');
  expect((await run(page, scenario())).trace?.outcome.kind).toBe('finished');
});

test('asks for a reload when the site was built anew since the page was opened', async ({ page }) => {
  await page.route('**/runtime/library.*', (route) => route.fulfill({ status: 404 }));
  const { kind, message } = await run(page, scenario());
  expect(kind).toBe('outdated');
  expect(message).toContain('Reload it to go on');
});

test('what the playground lists as importable is what a run can import', async ({ page }) => {
  const view = `import importlib.util
import sys

from django.http import HttpResponse


def is_found(name):
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return False


def view(request):
    imported = (name.partition(".")[0] for name in sys.modules)
    names = {*sys.stdlib_module_names, *imported, *"${[...runtimeModules].join(' ')}".split()}
    print(*(name for name in sorted(names) if is_found(name)))
    return HttpResponse("ok")
`;
  const { trace } = await run(page, { ...scenario(), layers: [], view, requests: [{ id: 'A', path: '/' }] });
  const printed =
    trace?.events.flatMap((event) => (event.kind === 'output' ? event.text.split(' ') : [])) ?? [];
  // Of the inside of Python's library only two are public; the engine and the scenario's own are nobody's to import.
  const isListed = (name: string) => /^(__future__$|_thread$|(?!await_points$|scn_)[^_])/.test(name);
  expect(printed.filter(isListed)).toEqual([...runtimeModules].sort());
});
