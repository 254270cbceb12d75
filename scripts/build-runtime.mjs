/**
 * `npm run runtime`: makes public/runtime, the interpreter as the browser fetches it: Pyodide with Django
 * imported, as a memory image, beside the modules that are not in it. Runs under npm's Node (26): the
 * image must come from an engine that can switch stacks. What Python is made from is packed anew only when it
 * has changed. What was built is also written as a module of lib/simulator, with which the site is built.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail } from './missing.mjs';
import { root } from './root.mjs';
import { archive, gzipped, removeOthers, writeArtefact, zstandard } from './runtime/artefacts.mjs';
import { bundleWorker } from './runtime/bundle-worker.mjs';
import { fingerprintInputs } from './runtime/inputs.mjs';
import { makeMemoryImage } from './runtime/memory-image.mjs';
import { packModules } from './runtime/pack-modules.mjs';
import { pyodideFile } from './runtime/pyodide.mjs';

const folder = join(root, 'public', 'runtime');
/** The parts of the manifest that the last build packed, and the hash of what they were made from. */
const packedFile = join(root, '.cache', 'runtime.json');

const megabytes = (bytes) => `${(bytes / 1e6).toFixed(2)} MB`;
const filesOf = (parts) => Object.values(parts).flatMap((part) => part?.file ?? []);

/** What the last build packed, if it is still there and from the same inputs. */
function packedBefore(fingerprint) {
  if (!existsSync(packedFile)) return null;
  const { from, parts } = JSON.parse(readFileSync(packedFile, 'utf8'));
  const isWhole = from === fingerprint && filesOf(parts).every((file) => existsSync(join(folder, file)));
  return isWhole ? parts : null;
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

/** Everything but the JavaScript: half a minute of work. */
async function packPython() {
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
  return {
    versions,
    python: writeArtefact(folder, 'python', python),
    library: writeArtefact(folder, 'library', library),
    imported: writeArtefact(folder, 'imported', imported),
    memory: memory && { ...writeArtefact(folder, 'memory', memory), ...image.description },
  };
}

try {
  mkdirSync(folder, { recursive: true });
  const fingerprint = fingerprintInputs();
  const before = packedBefore(fingerprint);
  const parts = before ?? (await packPython());
  const manifest = {
    ...parts,
    loader: writeArtefact(folder, 'loader', gzipped(await bundleWorker('lib/simulator/loader.ts'))),
    worker: writeArtefact(folder, 'worker', gzipped(await bundleWorker('lib/simulator/worker.ts'))),
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(
    join(root, 'lib', 'simulator', 'runtime.generated.ts'),
    `import type { RuntimeManifest } from './runtime-manifest';\n\n` +
      `export const builtRuntime: RuntimeManifest = ${JSON.stringify(manifest)};\n`,
  );
  removeOthers(folder, new Set(['manifest.json', ...filesOf(manifest)]));
  // Without an image the next build tries again.
  if (parts.memory) writeFileSync(packedFile, JSON.stringify({ from: fingerprint, parts }));
  for (const [name, part] of before ? [] : Object.entries(manifest)) {
    if (!part?.file) continue;
    console.log(`  ${name.padEnd(9)} ${megabytes(part.bytes)} (unpacked ${megabytes(part.unpackedBytes)})`);
  }
  if (before) console.log('  Python and Django are packed already');
  process.exit(0);
} catch (error) {
  fail(error);
}
