/** Imports a TypeScript module of this project from a script, on any supported Node. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { root } from './root.mjs';

/** The module at a path relative to the project, with `@/` resolved; packages are left to Node. */
export async function importTypeScript(path) {
  const { outputFiles } = await build({
    entryPoints: [join(root, path)],
    bundle: true,
    write: false,
    format: 'esm',
    platform: 'node',
    packages: 'external',
    alias: { '@': root },
    absWorkingDir: root,
  });
  // Below the project, so that its packages are found.
  const folder = join(root, '.cache', 'modules');
  mkdirSync(folder, { recursive: true });
  const file = join(folder, `${path.replaceAll('/', '-')}-${process.pid}.mjs`);
  writeFileSync(file, outputFiles[0].contents);
  return import(pathToFileURL(file).href);
}
