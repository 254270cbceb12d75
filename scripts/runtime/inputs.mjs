/** What the packed Python is made from, as one hash. */
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';

const INPUTS = [
  '.cache/wheels',
  'lib/simulator/python',
  'node_modules/pyodide/package.json',
  'scripts/build-runtime.mjs',
  'scripts/runtime',
];
const IGNORED = /\.md$|(^|\/)__pycache__$/;

function* filesBelow(path) {
  if (IGNORED.test(path)) return;
  if (!statSync(join(root, path)).isDirectory()) {
    yield path;
    return;
  }
  for (const name of readdirSync(join(root, path)).sort()) yield* filesBelow(`${path}/${name}`);
}

/** @returns {string} changes whenever a rebuild could give something else */
export function fingerprintInputs() {
  const hash = createHash('sha256').update(process.version);
  for (const input of INPUTS) {
    for (const file of filesBelow(input)) hash.update(file).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}
