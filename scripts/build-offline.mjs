/**
 * After everything else of the site: the service worker, with the list of what one visit keeps. Left out are the
 * interpreter and Ruff, which are kept when they are first used, and what only the router of Next would ask for.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { injectManifest } from '@serwist/build';
import { build } from 'esbuild';
import { root, siteFolder } from './root.mjs';

/** Of one file, in bytes: the full editor is the largest. */
const LARGEST = 5_000_000;

const out = siteFolder();
const base = process.env.BASE_PATH ?? '';
const folder = mkdtempSync(join(tmpdir(), 'await-points-offline-'));
const bundled = join(folder, 'service-worker.js');
await build({
  entryPoints: [join(root, 'lib', 'offline', 'service-worker.ts')],
  outfile: bundled,
  bundle: true,
  format: 'iife',
  minify: true,
  target: 'es2024',
  tsconfig: join(root, 'tsconfig.json'),
  define: { 'process.env.NODE_ENV': '"production"' },
});
const { count, size, warnings } = await injectManifest({
  swSrc: bundled,
  swDest: join(out, 'sw.js'),
  globDirectory: out,
  globPatterns: [
    '**/*.html',
    '_next/static/**/*',
    'recordings/**/*.json',
    'decks/*.json',
    'names.json',
    'pagefind/**/*',
    'icons/*',
    'icon.svg',
    'manifest.webmanifest',
  ],
  globIgnores: ['_next/static/**/*.map', 'sw.js'],
  // Names under _next/static change with their contents.
  dontCacheBustURLsMatching: /\/_next\/static\//,
  maximumFileSizeToCacheInBytes: LARGEST,
  modifyURLPrefix: { '': `${base}/` },
});
rmSync(folder, { recursive: true });
if (warnings.length > 0) throw new Error(warnings.join('\n'));
console.log(`Offline: ${count} files, ${(size / 1e6).toFixed(1)} MB before compression.`);
