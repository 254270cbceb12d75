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

/** @type {import('next').NextConfig} */
const configuration = {
  output: 'export',
  trailingSlash: true,
  basePath,
  env: { NEXT_PUBLIC_BASE_PATH: basePath },
  pageExtensions: ['ts', 'tsx'],
  reactStrictMode: true,
  devIndicators: false,
  // Types are a suite of their own in `npm test`; a visitor who only wants to see the site need not wait for it.
  typescript: { ignoreBuildErrors: true },
};

export default withMDX(configuration);
