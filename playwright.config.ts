import { defineConfig } from '@playwright/test';
import { BROWSER_ARGUMENTS, browserExecutable } from './scripts/browser.mjs';

const port = Number(process.env.PORT ?? 4300);
const executablePath = browserExecutable();

export default defineConfig({
  testDir: 'tests',
  testMatch: '{e2e,content,security,visual}/**/*.spec.ts',
  snapshotPathTemplate: '{testDir}/{testFileDir}/pictures/{arg}{ext}',
  fullyParallel: false,
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    // It would fetch the whole course beside every test; what works offline has tests of its own.
    serviceWorkers: 'block',
    baseURL: `http://localhost:${port}`,
    launchOptions: {
      ...(executablePath === null ? {} : { executablePath }),
      args: BROWSER_ARGUMENTS,
    },
  },
  webServer: {
    command: 'node_modules/.bin/node scripts/serve.mjs',
    env: { PORT: String(port) },
    url: `http://localhost:${port}`,
    reuseExistingServer: false,
  },
});
