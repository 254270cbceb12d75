/** Suites in headless Chromium: a bare page over the runtime as built, and an interpreter for each job. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zstdDecompressSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { SUITE_MODULES } from '../../tests/suites/modules.ts';
import { BROWSER_ARGUMENTS, browserExecutable, NO_BROWSER } from '../browser.mjs';
import { Missing } from '../missing.mjs';
import { root } from '../root.mjs';
import { archive } from '../runtime/artefacts.mjs';
import { bundleWorker } from '../runtime/bundle-worker.mjs';
import { barePage } from '../simulator-page.mjs';
import { serveStatic } from '../static-server.mjs';
import { filesToMount } from './mounted-files.mjs';

const runtime = join(root, 'public', 'runtime');

/** The parts of the runtime as built, unpacked. */
function readRuntime() {
  const manifest = JSON.parse(readFileSync(join(runtime, 'manifest.json'), 'utf8'));
  if (manifest.memory === null) throw new Missing('The suites need the runtime with its memory image.');
  const unpacked = ({ file }) => zstdDecompressSync(readFileSync(join(runtime, file)));
  return {
    python: unpacked(manifest.python),
    library: unpacked(manifest.library),
    imported: unpacked(manifest.imported),
    pages: unpacked(manifest.memory),
    image: manifest.memory,
  };
}

/** Writes the page's files into a new folder. */
async function writeSite(sources, djangoModules) {
  const { python, library, imported, pages, image } = readRuntime();
  const folder = mkdtempSync(join(tmpdir(), 'await-points-suites-'));
  const parts = {
    'index.html': barePage('Suites'),
    'page.js': await bundleWorker('tests/suites/page.ts'),
    'worker.js': await bundleWorker('tests/suites/worker.ts'),
    'python.wasm': python,
    'memory.bin': pages,
    'library.bin': library,
    'suites.bin': archive(filesToMount(sources, djangoModules, [library, imported])),
    'image.json': JSON.stringify(image),
  };
  for (const [name, body] of Object.entries(parts)) writeFileSync(join(folder, name), body);
  return folder;
}

/**
 * @param {import('./sources.mjs').Sources} sources
 * @returns {Promise<{run: (job: object) => Promise<object>, close: () => Promise<void>}>} `run` rejects when
 * an interpreter broke down
 */
export async function openSuites(sources) {
  const executablePath = browserExecutable();
  if (executablePath === null) throw new Missing(NO_BROWSER);
  const djangoModules = SUITE_MODULES.filter(({ suite }) => suite === 'django').map(({ module }) => module);
  const folder = await writeSite(sources, djangoModules);
  const server = await serveStatic({ folder, port: 0 });
  const browser = await chromium.launch({ executablePath, args: BROWSER_ARGUMENTS });
  const page = await browser.newPage();
  await page.goto(server.origin);
  return {
    run: async (job) =>
      JSON.parse(await page.evaluate((given) => globalThis.runJob(given), JSON.stringify(job))),
    async close() {
      await browser.close();
      await server.close();
      rmSync(folder, { recursive: true });
    },
  };
}
