/** Property tests: generated programs, run by the engine in Pyodide under Node. */
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('../..', import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  test: {
    include: ['tests/properties/**/*.test.ts'],
    environment: 'node',
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 12 * 3_600_000,
    hookTimeout: 180_000,
    globalSetup: ['tests/kernel/make-snapshot.ts'],
  },
});
