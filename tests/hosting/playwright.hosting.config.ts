import { defineConfig } from '@playwright/test';
import general from '../../playwright.config';

const { use, timeout, expect, forbidOnly } = general;

export default defineConfig({
  testDir: '.',
  globalSetup: './site-below.ts',
  fullyParallel: false,
  workers: 1,
  ...(timeout === undefined ? {} : { timeout: 2 * timeout }),
  ...(expect === undefined ? {} : { expect }),
  ...(forbidOnly === undefined ? {} : { forbidOnly }),
  use: { ...use, serviceWorkers: 'allow' },
});
