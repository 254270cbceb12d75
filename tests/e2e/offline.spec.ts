/** The course without a network: a server of its own for each test, which is really gone afterwards. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
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

test('a new version waits until the reader takes it, and then takes over as a whole', async ({ page }) => {
  const folder = mkdtempSync(join(tmpdir(), 'await-points-version-'));
  cpSync(out, folder, { recursive: true });
  const server = await serveStatic({ folder, port: 0 });
  try {
    await visit(page, server.origin);
    // Something that React does not write anew.
    const landing = readFileSync(join(folder, 'index.html'), 'utf8');
    writeFileSync(
      join(folder, 'index.html'),
      landing.replace('</head>', '<meta name="edition" content="next"></head>'),
    );
    const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
    const next = worker.replace(/("url":"\/index\.html","revision":)"[0-9a-f]+"/, '$1"next"');
    expect(next).not.toBe(worker);
    writeFileSync(join(folder, 'sw.js'), next);

    await page.reload();
    await expect(page.getByText('There is a new version of the course.')).toBeVisible(FIRST);
    const edition = page.locator('meta[name="edition"]');
    await expect(edition).toHaveCount(0);
    await page.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(edition).toHaveCount(1, FIRST);
  } finally {
    await server.close();
    rmSync(folder, { recursive: true });
  }
});
