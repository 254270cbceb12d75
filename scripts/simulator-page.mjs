/**
 * The simulator without the site: a bare page in headless Chromium, over the same client, worker and
 * runtime. For the command line, for recordings, for tests and for the benchmark.
 */
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { build } from 'esbuild';
import { BROWSER_ARGUMENTS, browserExecutable, NO_BROWSER } from './browser.mjs';
import { Missing } from './missing.mjs';
import { root } from './root.mjs';
import { serveStatic } from './static-server.mjs';

/** As strict as the site's own policy. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  'worker-src blob:',
].join('; ');
/** A page of nothing but its script, page.js, under that policy. */
export const barePage = (title) => `<!doctype html><html lang="en"><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<title>${title}</title><script type="module" src="/page.js"></script></html>`;
const SCRIPT = `
import { createSimulator } from '@/lib/simulator/client';
import { derive } from '@/lib/trace/derive';
globalThis.derive = derive;
globalThis.createSimulator = (options) =>
  createSimulator({ baseUrl: new URL('/runtime/', location.href).href, ...options });
globalThis.simulator = globalThis.createSimulator();
`;

/** Writes the page's files into a new folder; the runtime is linked. */
async function writeSite() {
  const folder = mkdtempSync(join(tmpdir(), 'await-points-'));
  await build({
    stdin: { contents: SCRIPT, resolveDir: root, loader: 'ts' },
    outdir: folder,
    entryNames: 'page',
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2024',
    minify: true,
    tsconfig: join(root, 'tsconfig.json'),
    define: { 'process.env.NEXT_PUBLIC_BASE_PATH': '""' },
    logLevel: 'error',
  });
  writeFileSync(join(folder, 'index.html'), barePage('Simulator'));
  symlinkSync(join(root, 'public', 'runtime'), join(folder, 'runtime'), 'junction');
  return folder;
}

/**
 * Serves the bare page: `simulator`, `createSimulator(options)` and `derive(trace)` are its globals.
 * @param {{port?: number, onRequest?: Function}} [options] as for serveStatic
 * @returns {Promise<{origin: string, close: () => Promise<void>}>}
 */
export async function serveSimulatorPage({ port = 0, onRequest } = {}) {
  const folder = await writeSite();
  const server = await serveStatic({ folder, port, onRequest });
  return {
    origin: server.origin,
    async close() {
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Two in line at once: while one runs, the interpreter of the next boots. */
const RUNS_IN_LINE = 2;

/**
 * Opens the bare page in headless Chromium.
 * @param {{runLimitMilliseconds?: number}} [options]
 * @returns {Promise<{
 *   run: (scenario: object) => Promise<object>,
 *   runAll: (scenarios: object[]) => AsyncGenerator<{trace?: object, error?: string}>,
 *   close: () => Promise<void>,
 * }>} `run` gives the trace, and rejects with what a reader would be told; `runAll` gives a result per
 * scenario, in their order
 */
export async function openSimulator({ runLimitMilliseconds = 60_000 } = {}) {
  const executablePath = browserExecutable();
  if (executablePath === null) throw new Missing(NO_BROWSER);
  const server = await serveSimulatorPage();
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  const page = await browser.newPage();
  await page.goto(server.origin);
  await page.evaluate((limit) => {
    globalThis.simulator = globalThis.createSimulator({ runLimitMilliseconds: limit });
  }, runLimitMilliseconds);
  const attempt = (scenario) =>
    page.evaluate(
      (given) =>
        globalThis.simulator.run(given).then(
          ({ trace }) => ({ trace }),
          ({ message }) => ({ error: message }),
        ),
      scenario,
    );
  return {
    async run(scenario) {
      const { trace, error } = await attempt(scenario);
      if (error !== undefined) throw new Error(error);
      return trace;
    },
    async *runAll(scenarios) {
      const line = [];
      for (const scenario of scenarios) {
        line.push(attempt(scenario));
        if (line.length === RUNS_IN_LINE) yield await line.shift();
      }
      for (const result of line) yield await result;
    },
    async close() {
      await browser.close();
      await server.close();
    },
  };
}
