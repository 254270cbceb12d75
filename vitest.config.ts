import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: { alias: { '@': fileURLToPath(new URL('.', import.meta.url)) } },
  test: {
    include: ['{app,components,content,lib,scripts,tests/suites}/**/*.test.{ts,tsx}'],
    setupFiles: ['tests/support/patience.ts'],
    // Ten seconds for a state, and what a busy machine adds.
    testTimeout: 20_000,
  },
});
