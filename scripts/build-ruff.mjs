/**
 * Makes public/ruff: the linter and formatter that the editor uses, compressed as the runtime is. Compressing takes
 * a quarter of a minute, so it is done once per version of the package.
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { root } from './root.mjs';
import { gzipped, removeOthers, writeArtefact, zstandard } from './runtime/artefacts.mjs';
import { bundleWorker } from './runtime/bundle-worker.mjs';

const PACKAGE = '@astral-sh/ruff-wasm-web';
const folder = join(root, 'public', 'ruff');
const packedFile = join(root, '.cache', 'ruff.json');
const resolve = createRequire(import.meta.url).resolve;

const { version } = JSON.parse(readFileSync(resolve(`${PACKAGE}/package.json`), 'utf8'));

/** What the last build compressed, if it is still there and of this version. */
function packedBefore() {
  if (!existsSync(packedFile)) return null;
  const { of, ruff } = JSON.parse(readFileSync(packedFile, 'utf8'));
  return of === version && existsSync(join(folder, ruff.file)) ? ruff : null;
}

mkdirSync(folder, { recursive: true });
const wasm = () => readFileSync(resolve(`${PACKAGE}/ruff_wasm_bg.wasm`));
const ruff = packedBefore() ?? writeArtefact(folder, 'ruff', await zstandard(wasm()));
const worker = writeArtefact(folder, 'worker', gzipped(await bundleWorker('lib/ruff/worker.ts')));
writeFileSync(packedFile, JSON.stringify({ of: version, ruff }));
writeFileSync(
  join(root, 'lib', 'ruff', 'ruff.generated.ts'),
  `import type { RuffBuild } from './ruff-build';\n\n` +
    `export const builtRuff: RuffBuild = ${JSON.stringify({ worker, ruff })};\n`,
);
removeOthers(folder, new Set([ruff.file, worker.file]));
console.log(`Ruff ${version}: ${(ruff.bytes / 1e6).toFixed(2)} MB, fetched when somebody edits.`);
