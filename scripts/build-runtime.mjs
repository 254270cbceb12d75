/**
 * `npm run runtime`: makes public/runtime, the interpreter as the browser fetches it: Pyodide with Django
 * imported, as a memory image, beside the modules that are not in it. Runs under npm's Node (26): the
 * image must come from an engine that can switch stacks. Does nothing while its inputs are unchanged.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './prepare.mjs';
import { root } from './root.mjs';
import { archive, gzipped, removeOthers, writeArtefact, zstandard } from './runtime/artefacts.mjs';
import { bundleWorker } from './runtime/bundle-worker.mjs';
import { fingerprintInputs } from './runtime/inputs.mjs';
import { makeMemoryImage } from './runtime/memory-image.mjs';
import { packModules } from './runtime/pack-modules.mjs';
import { pyodideFile } from './runtime/pyodide.mjs';

const folder = join(root, 'public', 'runtime');
const manifestFile = join(folder, 'manifest.json');
const stampFile = join(root, '.cache', 'runtime-inputs');

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;

function isFresh(fingerprint) {
  if (!existsSync(manifestFile) || !existsSync(stampFile)) return false;
  return readFileSync(stampFile, 'utf8') === fingerprint;
}

/** The image, or null with a warning: without it every boot is plain, which works but is slow. */
async function tryMemoryImage(modules) {
  try {
    return await makeMemoryImage(modules);
  } catch (error) {
    console.warn(`  no memory image could be made, so the site will start Python plainly: ${error.message}`);
    console.warn(error.stack?.split('\n').slice(0, 12).join('\n'));
    return null;
  }
}

async function build() {
  console.log('  compiling the modules …');
  const { modules, versions } = await packModules();
  console.log(`  importing Django and taking the memory image (${modules.length} modules) …`);
  const image = await tryMemoryImage(modules);
  console.log('  compressing …');
  const isImported = (file) => image?.imported.has(file.path) ?? false;
  const [python, library, imported, memory] = await Promise.all([
    zstandard(pyodideFile('pyodide.asm.wasm')),
    zstandard(archive(modules.filter((file) => !isImported(file)))),
    zstandard(archive(modules.filter(isImported))),
    image && zstandard(image.pages),
  ]);
  const loader = gzipped(await bundleWorker('lib/simulator/loader.ts'));
  const worker = gzipped(await bundleWorker('lib/simulator/worker.ts'));

  mkdirSync(folder, { recursive: true });
  const manifest = {
    schema: 1,
    versions,
    loader: writeArtefact(folder, 'loader', loader),
    worker: writeArtefact(folder, 'worker', worker),
    python: writeArtefact(folder, 'python', python),
    library: writeArtefact(folder, 'library', library),
    imported: writeArtefact(folder, 'imported', imported),
    memory: memory && { ...writeArtefact(folder, 'memory', memory), ...image.description },
  };
  writeFileSync(manifestFile, JSON.stringify(manifest));
  const { schema, versions: _, ...parts } = manifest;
  return Object.entries(parts).filter(([, part]) => part !== null);
}

try {
  const fingerprint = fingerprintInputs();
  if (isFresh(fingerprint)) {
    console.log('  public/runtime is up to date');
  } else {
    const parts = await build();
    removeOthers(folder, new Set(['manifest.json', ...parts.map(([, { file }]) => file)]));
    for (const [name, { bytes, unpackedBytes }] of parts) {
      console.log(`  ${name.padEnd(9)} ${megabytes(bytes)} (unpacked ${megabytes(unpackedBytes)})`);
    }
    writeFileSync(stampFile, fingerprint);
  }
  process.exit(0);
} catch (error) {
  fail(error);
}
