/** The quality gates: what Lighthouse says of the built site, and what its pages weigh. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: ['tests/quality/**/*.test.ts'],
    environment: 'node',
    // One browser at a time: two would slow each other down on a small machine.
    fileParallelism: false,
    testTimeout: 120_000,
    hookTimeout: 300_000,
  },
});
