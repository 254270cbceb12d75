/** Bundles a worker of lib/simulator into one module that starts from a blob. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../root.mjs';

/** The decoder that zstddec carries inside its source, without the wrapper that would fetch it. */
const zstdDecoder = {
  name: 'zstd-decoder',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zstd-decoder\.wasm$/ }, ({ path }) => ({ path, namespace: 'zstd-decoder' }));
    onLoad({ filter: /.*/, namespace: 'zstd-decoder' }, () => {
      const source = readFileSync(createRequire(import.meta.url).resolve('zstddec/stream'), 'utf8');
      const [, base64] = /const wasm = "([A-Za-z0-9+/=]+)"/.exec(source) ?? [];
      if (base64 === undefined) throw new Error('zstddec no longer carries its decoder where it did.');
      return { contents: Buffer.from(base64, 'base64'), loader: 'binary' };
    });
  },
};

/** @param {string} entry a path below the root @returns {Promise<Uint8Array>} minified JavaScript */
export async function bundleWorker(entry) {
  const { outputFiles } = await build({
    entryPoints: [join(root, entry)],
    bundle: true,
    format: 'esm',
    target: 'es2024',
    minify: true,
    legalComments: 'none',
    write: false,
    logLevel: 'error',
    // Pyodide runs under Node as well; those branches are never reached in a browser.
    external: ['node:*', 'ws'],
    plugins: [zstdDecoder],
  });
  return outputFiles[0].contents;
}
