/** Starts Pyodide from what has been downloaded: with a memory image in a moment, without one plainly. */
import { loadPyodide, type PyodideAPI } from 'pyodide';
import createPyodideModule from 'pyodide/pyodide.asm.mjs';
import type { MemoryImageInfo } from '../runtime-manifest';
import type { PackedFile } from './archive';
import { restoreMemory, snapshotHeader } from './memory-image';

export type InterpreterParts = {
  readonly python: Promise<WebAssembly.Module>;
  readonly memory: { readonly info: MemoryImageInfo; readonly pages: Promise<Uint8Array> } | null;
  readonly files: Promise<readonly PackedFile[]>;
};

type Settings = Parameters<typeof createPyodideModule>[0];
type PreRun = Settings['preRun'][number];
type InstantiateWasm = NonNullable<Settings['instantiateWasm']>;

const WASM_PAGE_BYTES = 65_536;
/** Where Pyodide puts its standard library, as a zip; ours is a folder of that name. */
const STDLIB = '/lib/python314.zip';
/** Strings hash as they did when the image was taken. */
const PYTHON_ENVIRONMENT = { PYTHONHASHSEED: '0' };
/** Nothing is ever loaded by Pyodide's own package loader. */
const NO_PACKAGES = {
  info: {
    abi_version: '2026_0',
    arch: 'wasm32',
    platform: 'emscripten_5_0_3',
    python: '3.14.2',
    version: '1',
  },
  packages: {},
} as const;

/** What Python would see as `js`: nothing of the worker's own scope. */
const NO_SCOPE = Object.freeze({});

/**
 * Boots one interpreter.
 * @returns Pyodide with all modules in place; it fetches nothing by itself, now or later
 */
export async function startInterpreter(parts: InterpreterParts): Promise<PyodideAPI> {
  const { memory } = parts;
  // Pyodide asks for its two files by address. Both are here already, so any answer will do.
  globalThis.fetch = async () => new Response();
  WebAssembly.instantiateStreaming = async (_, imports) => {
    const module = await parts.python;
    return { module, instance: await WebAssembly.instantiate(module, imports) };
  };

  return await loadPyodide({
    indexURL: 'https://runtime.invalid/',
    lockFileContents: NO_PACKAGES,
    env: PYTHON_ENVIRONMENT,
    jsglobals: NO_SCOPE,
    stdout: () => undefined,
    stderr: () => undefined,
    ...(memory === null ? {} : { _loadSnapshot: snapshotHeader(memory.info) }),
    createPyodideModule: async ({ preRun: [installStdlib, ...preRun], ...settings }) => {
      if (!installStdlib || !settings.instantiateWasm) throw new Error('Pyodide starts differently now.');
      const instantiateWasm = withRoomFor(memory?.info.heapBytes ?? 0, settings.instantiateWasm);
      const placeFiles = placing(parts.files, installStdlib);
      const module = await createPyodideModule({
        ...settings,
        instantiateWasm,
        preRun: [placeFiles, ...preRun],
      });
      if (memory) restoreMemory(module.HEAPU8, await memory.pages, memory.info);
      return module;
    },
  });
}

/** Instantiates with a heap large enough for an image: Pyodide ignores its own setting for that. */
function withRoomFor(heapBytes: number, instantiate: InstantiateWasm): InstantiateWasm {
  return (imports, done) =>
    instantiate(imports, (instance, module) => {
      const memory = instance.exports.memory as WebAssembly.Memory;
      const missing = heapBytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / WASM_PAGE_BYTES));
      done(instance, module);
    });
}

/** Lets Pyodide install its standard library, which tells it its version too, and puts ours in its place. */
function placing(files: InterpreterParts['files'], installStdlib: PreRun): PreRun {
  return async (module) => {
    module.addRunDependency('modules');
    await installStdlib(module);
    module.FS.unlink(STDLIB);
    const folders = new Set<string>();
    for (const { path, body } of await files) {
      const folder = path.slice(0, path.lastIndexOf('/'));
      if (!folders.has(folder)) {
        module.FS.mkdirTree(folder);
        folders.add(folder);
      }
      module.FS.writeFile(path, body, { canOwn: true });
    }
    module.removeRunDependency('modules');
  };
}
