/**
 * Boots the engine in Node, from a memory snapshot kept beside the wheels.
 *
 * Every run gets an interpreter of its own, as in the browser. Packages are unpacked once to a folder that is
 * mounted, because a snapshot holds memory and not files.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadPyodide, type PyodideAPI } from 'pyodide';
import { createEngineHost } from '../../lib/simulator/engine-host.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const engine = join(root, 'lib/simulator/python');
const wheels = join(root, '.cache/wheels');
const cache = join(root, '.cache/kernel');

/** Files that an interpreter is made of, as one hash: another engine or other wheels, another snapshot. */
function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  const folder = join(engine, 'await_points');
  for (const name of readdirSync(folder)
    .filter((file) => file.endsWith('.py'))
    .sort()) {
    hash.update(name).update(readFileSync(join(folder, name)));
  }
  for (const name of readdirSync(wheels).sort()) hash.update(name);
  return hash.digest('hex').slice(0, 16);
}

/** Unpacks the wheels once; returns the folder, one for each set of wheels. */
function unpackedPackages(): string {
  const names = readdirSync(wheels).filter((file) => file.endsWith('.whl'));
  const hash = createHash('sha256').update(names.sort().join()).digest('hex').slice(0, 16);
  const folder = join(cache, `packages-${hash}`);
  if (existsSync(folder)) return folder;
  const partial = `${folder}.${process.pid}`;
  mkdirSync(partial, { recursive: true });
  for (const name of names) {
    execFileSync('python3', ['-m', 'zipfile', '-e', join(wheels, name), partial]);
  }
  try {
    renameSync(partial, folder);
  } catch {
    rmSync(partial, { recursive: true }); // another process was first
  }
  return folder;
}

const environment = { PYTHONHASHSEED: '0', HOME: '/home/pyodide' };

function mount(python: PyodideAPI): void {
  python.mountNodeFS('/packages', unpackedPackages());
  python.mountNodeFS('/engine', engine);
}

async function makeSnapshot(file: string): Promise<void> {
  const python = await loadPyodide({ _makeSnapshot: true, env: environment });
  mount(python);
  python.runPython(
    "import sys; sys.path[:0] = ['/engine', '/packages']; import await_points.boot as b; b.prepare()",
  );
  const snapshot = python.makeMemorySnapshot();
  const partial = `${file}.${process.pid}`;
  writeFileSync(partial, snapshot);
  renameSync(partial, file);
}

/** Makes the snapshot if this engine has none yet; returns its file. */
export async function ensureSnapshot(): Promise<string> {
  const file = join(cache, `snapshot-${fingerprint()}.bin`);
  if (!existsSync(file)) {
    mkdirSync(cache, { recursive: true });
    for (const old of readdirSync(cache).filter((name) => name.startsWith('snapshot-')))
      rmSync(join(cache, old));
    await makeSnapshot(file);
  }
  return file;
}

let snapshot: Promise<Uint8Array> | null = null;

/** What every interpreter of this process starts from, read once. */
async function readSnapshot(): Promise<Uint8Array> {
  await compileOnce();
  return new Uint8Array(readFileSync(await ensureSnapshot()));
}

/**
 * Lets all interpreters of this process share one compiled module. Pyodide would compile its own for each, which
 * takes most of a start and forgets what V8 has optimised since.
 */
async function compileOnce(): Promise<void> {
  const file = createRequire(import.meta.url).resolve('pyodide/pyodide.asm.wasm');
  const bytes = readFileSync(file);
  const python = await WebAssembly.compile(bytes);
  const instantiate = WebAssembly.instantiate;
  const instantiateShared = async (source: BufferSource, imports?: WebAssembly.Imports) =>
    source.byteLength === bytes.byteLength
      ? { module: python, instance: await instantiate(python, imports) }
      : instantiate(source, imports);
  // Pyodide instantiates from bytes alone.
  WebAssembly.instantiate = instantiateShared as typeof instantiate;
}

/** A fresh interpreter with Django imported, ready for one run. */
export async function restore(): Promise<PyodideAPI> {
  snapshot ??= readSnapshot();
  const memory = await snapshot;
  const options = {
    env: environment,
    _loadSnapshot: memory,
    async createPyodideModule(settings: object) {
      const factory = (await import('pyodide/pyodide.asm.mjs' as string)).default;
      const module = await factory(settings);
      // 314.0.7 does not grow the memory for a snapshot by itself: one allocation does.
      if (module.HEAP8.length < memory.length) module._free(module._malloc(memory.length));
      return module;
    },
  };
  const python = await loadPyodide(options);
  mount(python);
  return python;
}

/** Runs one scenario in a fresh interpreter; returns the trace's JSON exactly as the engine wrote it. */
export async function runScenario(scenario: unknown): Promise<string> {
  const python = await restore();
  const boot = python.pyimport('await_points.boot');
  const crash = Promise.withResolvers<never>();
  const host = createEngineHost(python, crash.reject);
  boot.connect(host);
  try {
    return await Promise.race([boot.run.callPromising(JSON.stringify(scenario)), crash.promise]);
  } finally {
    host.abandonStacks();
  }
}
