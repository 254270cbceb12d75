/**
 * The alternative we measure ourselves against: Pyodide as published, the published wheels unpacked into it,
 * and the modules imported that our memory image holds, so that both end in the same state. Served from our
 * own machine, in a worker, as anybody would write it from Pyodide's manual. It does not even run a request.
 */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

/** Python that imports what `boot.prepare` imports before the memory image is taken. */
function imports() {
  const boot = readFileSync(join(root, 'lib/simulator/python/await_points/boot.py'), 'utf8');
  const modules = /_MODULES = """([^"]+)"""/.exec(boot)?.[1].trim().split(/\s+/) ?? [];
  if (modules.length === 0) throw new Error('boot.py does not list its modules as expected.');
  // As there: models need settings, which no import can bring.
  const importable = modules.filter(
    (name) => !name.includes('.models') && !name.startsWith('django.contrib.auth.'),
  );
  return importable.map((name) => `import ${name}`).join('\n');
}

const wheels = () => readdirSync(join(root, '.cache', 'wheels')).filter((name) => name.endsWith('.whl'));

const worker = () => `
import { loadPyodide } from '/pyodide.mjs';
const pyodide = await loadPyodide({ indexURL: '/' });
for (const name of ${JSON.stringify(wheels())}) {
  const wheel = await (await fetch('/' + name)).arrayBuffer();
  pyodide.unpackArchive(wheel, 'wheel');
}
pyodide.runPython(${JSON.stringify(imports())});
postMessage({ heapBytes: pyodide._module.HEAPU8.length });
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
        worker.onmessage = ({ data }) => {
          globalThis.heapBytes = data.heapBytes;
          resolve(performance.now() - start);
        };
        worker.onerror = (event) => reject(new Error(event.message));
      }),
  );

/** Bytes of the WebAssembly heap after that. @param {import('@playwright/test').Page} tab */
export const plainHeapBytes = (tab) => tab.evaluate(() => globalThis.heapBytes);
