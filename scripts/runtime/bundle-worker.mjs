/** Bundles a worker of lib/simulator into one module that starts from a blob. */
import { join } from 'node:path';
import { build } from 'esbuild';
import { root } from '../root.mjs';
import { zstdDecoder } from './zstd-decoder.mjs';

/** What the loader imports as `zstd-decoder.wasm`. */
const zstdDecoderPlugin = {
  name: 'zstd-decoder',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^zstd-decoder\.wasm$/ }, ({ path }) => ({ path, namespace: 'zstd-decoder' }));
    onLoad({ filter: /.*/, namespace: 'zstd-decoder' }, () => ({
      contents: zstdDecoder(),
      loader: 'binary',
    }));
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
    // The policy cannot keep import() from the site's own host, so the worker is left without the syntax.
    supported: { 'dynamic-import': false },
    plugins: [zstdDecoderPlugin],
  });
  return outputFiles[0].contents;
}
