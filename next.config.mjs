import { fileURLToPath } from 'node:url';
import createMDX from '@next/mdx';

// Turbopack hands plugins to its loader by name: a package's, or an absolute path for our own.
const pinnedHeadings = fileURLToPath(new URL('./lib/course/mdx/pinned-headings.mjs', import.meta.url));

const withMDX = createMDX({
  options: {
    remarkPlugins: ['remark-gfm', pinnedHeadings],
  },
});

const basePath = process.env.BASE_PATH ?? '';
/** Where the export is written, from the root of the repository. */
const folder = process.env.SITE_FOLDER ?? 'out';

/** @type {import('next').NextConfig} */
const configuration = {
  output: 'export',
  // Next takes a folder of this name for its own work, and exports to `out`.
  distDir: folder === 'out' ? '.next' : folder,
  trailingSlash: true,
  basePath,
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  pageExtensions: ['ts', 'tsx'],
  reactStrictMode: true,
  devIndicators: false,
  // It is written for longer than it saves: a site is mostly built once, from a fresh clone.
  experimental: { turbopackFileSystemCacheForBuild: false },
  // Types are a suite of their own in `npm test`; a visitor who only wants to see the site need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default withMDX(configuration);
