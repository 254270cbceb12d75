/** The course without a network: a server of its own for each test, which is really gone afterwards. */
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Bench } from '@/tests/support/bench';
import { serveStatic } from '../../scripts/static-server.mjs';

test.use({ serviceWorkers: 'allow' });

const out = join(import.meta.dirname, '..', '..', 'out');
const LESSON = '/learn/simple-async-middleware/';
const FIRST = { timeout: 60_000 };

/** Opens the landing page and waits until the worker has all that one visit brings. */
async function visit(page: Page, origin: string) {
  await page.goto(origin);
  await expect
    .poll(
      () =>
        page.evaluate(async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          return registration?.active?.state ?? 'none';
        }),
      FIRST,
    )
    .toBe('activated');
}

test('after one visit lessons, search and recorded runs need no network', async ({ page }) => {
  const server = await serveStatic({ folder: out, port: 0 });
  await visit(page, server.origin);
  await server.close();

  await page.goto(`${server.origin}${LESSON}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Writing a simple async middleware');
  const play = page.getByRole('button', { name: 'Play this run' }).first();
  await play.scrollIntoViewIfNeeded();
  await play.click();
  await expect(page.getByRole('slider', { name: /playhead/i }).first()).toBeVisible();

  await page.goto(`${server.origin}/search/?q=factory`);
  await expect(page.getByRole('main').getByRole('status')).toContainText('about “factory”');
});

test('Python is kept on request, and then runs without a network', async ({ page }) => {
  const server = await serveStatic({ folder: out, port: 0 });
  await visit(page, server.origin);
  await page.goto(`${server.origin}/progress/`);
  await page.getByRole('button', { name: /^Keep for offline \(\d+\.\d MB\)$/ }).click();
  await expect(page.getByText('Python is kept: runs work without a network.')).toBeVisible(FIRST);
  await server.close();

  await page.goto(`${server.origin}${LESSON}`);
  const bench = Bench.on(page);
  await bench.code.scrollIntoViewIfNeeded();
  await bench.run(/^Run \d+: 3 × 200\./m);
});
