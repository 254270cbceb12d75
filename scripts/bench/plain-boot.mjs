/**
 * The alternative we measure ourselves against: Pyodide as published, the published wheels unpacked
 * into it, and the parts of Django imported that a run needs. Served from our own machine, in a
 * worker, as anybody would write it from Pyodide's manual. It does not even run a request.
 */
import { cpSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const PACKAGES = ['asgiref', 'django', 'sqlparse'];
const IMPORTS = `
import django.core.handlers.asgi, django.core.handlers.wsgi, django.http, django.urls, django.db, django.test
import django.contrib.sessions.middleware, django.contrib.messages.middleware
import django.middleware.common, django.middleware.csrf, django.middleware.security, django.middleware.gzip
import django.views.generic, asgiref.sync, concurrent.futures.thread, asyncio
`;

const wheels = () =>
  readdirSync(join(root, '.cache', 'wheels')).filter((name) => PACKAGES.includes(name.split('-')[0]));

const worker = () => `
import { loadPyodide } from '/pyodide.mjs';
const pyodide = await loadPyodide({ indexURL: '/' });
for (const name of ${JSON.stringify(wheels())}) {
  const wheel = await (await fetch('/' + name)).arrayBuffer();
  pyodide.unpackArchive(wheel, 'wheel');
}
pyodide.runPython(${JSON.stringify(IMPORTS)});
postMessage('ready');
`;

const PAGE = '<!doctype html><title>Plain boot</title><p>A plain boot of Pyodide and Django.</p>';
const PYODIDE = [
  'pyodide.mjs',
  'pyodide.asm.mjs',
  'pyodide.asm.wasm',
  'pyodide-lock.json',
  'python_stdlib.zip',
];

/** Lays out the plain boot as a static folder. @returns {string} the folder to serve */
export function buildPlainBoot() {
  const folder = join(root, '.cache', 'plain-boot');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const name of PYODIDE) cpSync(join(root, 'node_modules', 'pyodide', name), join(folder, name));
  for (const name of wheels()) cpSync(join(root, '.cache', 'wheels', name), join(folder, name));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'worker.mjs'), worker());
  return folder;
}

/** Milliseconds from starting the worker to Django imported. @param {import('@playwright/test').Page} tab at its page */
export const plainBoot = (tab) =>
  tab.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const start = performance.now();
        const worker = new Worker('/worker.mjs', { type: 'module' });
        worker.onmessage = () => resolve(performance.now() - start);
        worker.onerror = (event) => reject(new Error(event.message));
      }),
  );
