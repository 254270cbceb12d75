/**
 * The memory image: the interpreter's heap with Django imported and the engine prepared. Only the pages
 * that differ from a heap in which nothing has run yet are kept; the rest comes with the WebAssembly.
 */
import { createHash } from 'node:crypto';
import { loadPyodide } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import { PYTHON_ENVIRONMENT, placing } from './pyodide.mjs';

const PAGE_BYTES = 4096;

/** Imports everything, forgets what was only needed for that, and names the files it was read from. */
const PREPARE = `
import gc, json, sys
from await_points import boot
boot.prepare()
sys.path_importer_cache.clear()
gc.collect()
json.dumps([getattr(module, "__file__", None) for module in list(sys.modules.values())])
`;

/** What every boot here shares: our modules in place of Pyodide's standard library. */
const optionsFor = (modules, createModule) => ({
  env: PYTHON_ENVIRONMENT,
  createPyodideModule: ({ preRun: [installStdlib, ...preRun], ...settings }) =>
    createModule({ ...settings, preRun: [placing(modules, installStdlib), ...preRun] }),
});

/** The heap as it is before Python starts: what every boot brings by itself. */
async function freshHeap(modules) {
  const read = Promise.withResolvers();
  const readHeap = async (settings) => {
    const { HEAPU8 } = await createPyodideModule({ ...settings, noInitialRun: true });
    read.resolve(HEAPU8.slice());
    throw new Error('Only the heap was wanted.');
  };
  loadPyodide(optionsFor(modules, readHeap)).catch(read.reject);
  return await read.promise;
}

/** Pyodide's own snapshot, and the paths of the modules it holds. */
async function takeSnapshot(modules) {
  const pyodide = await loadPyodide({ ...optionsFor(modules, createPyodideModule), _makeSnapshot: true });
  const imported = new Set(JSON.parse(pyodide.runPython(PREPARE)));
  return { snapshot: pyodide.makeMemorySnapshot(), imported };
}

/** The stretches of pages in which two heaps differ; beyond its end a heap is all zeros. */
function differingRanges(heap, base) {
  const ranges = [];
  const zeros = Buffer.alloc(PAGE_BYTES);
  for (let page = 0; page * PAGE_BYTES < heap.length; page += 1) {
    const [start, end] = [page * PAGE_BYTES, (page + 1) * PAGE_BYTES];
    const expected = end <= base.length ? base.subarray(start, end) : zeros;
    if (heap.subarray(start, end).equals(expected)) continue;
    const last = ranges.at(-1);
    if (last && last[0] + last[1] === page) last[1] += 1;
    else ranges.push([page, 1]);
  }
  return ranges;
}

/**
 * @param {{path: string, body: Uint8Array}[]} modules all that Python may import
 * @returns {Promise<{pages: Buffer, description: object, imported: Set<string>}>} the pages one after
 * another, what restoring them takes (see runtime-manifest.ts), and the modules held by their paths
 */
export async function makeMemoryImage(modules) {
  const base = Buffer.from(await freshHeap(modules));
  const { snapshot, imported } = await takeSnapshot(modules);
  // Pyodide's format: 32-bit words; the second is where the memory begins.
  const start = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[1] ?? 0;
  const heap = Buffer.from(snapshot.buffer, snapshot.byteOffset + start, snapshot.byteLength - start);
  const ranges = differingRanges(heap, base);
  const pages = ranges.map(([page, count]) => heap.subarray(page * PAGE_BYTES, (page + count) * PAGE_BYTES));
  return {
    pages: Buffer.concat(pages),
    imported,
    description: {
      header: Buffer.from(snapshot.subarray(0, start)).toString('base64'),
      heapBytes: heap.length,
      pageBytes: PAGE_BYTES,
      ranges,
      hash: createHash('sha256').update(heap).digest('hex'),
    },
  };
}
