/**
 * The site below a folder of a plain host, which sends no header that it was not asked for. Whatever is asked for
 * outside that folder, or is not there, is a link that was written without it.
 */
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Bench, LESSON } from '@/tests/support/bench';
import { serveStatic } from '../../scripts/static-server.mjs';
import { BASE, hostFolder, siteFolder } from './site-below';

type Asked = { readonly path: string; readonly status: number };

/** A host that remembers what it was asked for. */
async function startHost() {
  const asked: Asked[] = [];
  // Hosts that serve a project below its name answer with that project's page.
  copyFileSync(join(siteFolder, '404.html'), join(hostFolder, '404.html'));
  const host = await serveStatic({
    folder: hostFolder,
    port: 0,
    onRequest: (request) => asked.push(request),
  });
  return { ...host, site: `${host.origin}${BASE}`, asked };
}

const FIRST = { timeout: 60_000 };

/** @returns what the page complains of, as it goes on */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return complaints;
}

test.describe('with the network', () => {
  test.use({ serviceWorkers: 'block', permissions: ['clipboard-read', 'clipboard-write'] });

  test('everything is found, and nothing is asked for outside the folder', async ({ page }) => {
    const host = await startHost();
    const complaints = complaintsOf(page);
    const main = page.getByRole('main');
    await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));

    await test.step('from the landing page to a lesson, and a run', async () => {
      await page.goto(`${host.site}/`);
      await main
        .getByRole('link', { name: /Writing a simple async middleware/ })
        .first()
        .click();
      await expect(page).toHaveURL(`${host.site}${LESSON}`);
      const bench = Bench.on(page);
      await bench.code.scrollIntoViewIfNeeded();
      await bench.run(/^Run \d+: 3 × 200\./m);
      await page.getByRole('button', { name: 'Play this run' }).first().click();
      await expect(page.getByRole('slider', { name: /playhead/i }).first()).toBeVisible();
    });

    await test.step('links within prose, to words and to the next unit', async () => {
      await page.goto(`${host.site}/learn/takeaways/`);
      await main.getByRole('link', { name: 'review', exact: true }).click();
      await expect(page).toHaveURL(`${host.site}/review/`);
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
      await page.goto(`${host.site}/progress/`);
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    });

    await test.step('search, and what it finds', async () => {
      await page.goto(`${host.site}/search/?q=factory`);
      await expect(main.getByRole('status')).toContainText('about “factory”');
      await main.getByRole('listitem').first().getByRole('link').first().click();
      await expect(page).toHaveURL(new RegExp(`^${host.site}/(learn|glossary)/`));
      await expect(main.getByRole('heading', { level: 1 })).toBeVisible();
    });

    await test.step('a stack that is shared by its link, and taken home', async () => {
      await page.goto(`${host.site}/playground/`, { waitUntil: 'networkidle' });
      const stack = page.getByRole('region', { name: 'The stack' });
      await expect(stack.getByRole('combobox', { name: 'Add a layer' })).toBeEnabled();
      await stack.getByRole('button', { name: 'Remove flags' }).click();
      await page.getByRole('button', { name: 'Copy a link to this stack' }).click();
      const link = page.getByRole('textbox', { name: 'The link' });
      await expect(link).toHaveValue(new RegExp(`^${host.site}/playground/#`));
      const address = await link.inputValue();
      const home = page.getByRole('region', { name: 'Take it home' }).getByRole('button');
      const [download] = await Promise.all([page.waitForEvent('download'), home.click()]);
      expect(download.suggestedFilename()).toBe('django-project.zip');
      await page.goto(`${host.site}/`);
      await page.goto(address);
      await expect(page.getByRole('status').filter({ hasText: 'came with a link' })).toBeVisible();
    });

    expect(host.asked.filter(({ path, status }) => !path.startsWith(`${BASE}/`) || status >= 400)).toEqual(
      [],
    );
    expect(complaints).toEqual([]);

    await test.step('a page that is not there leads back to those that are', async () => {
      const response = await page.goto(`${host.site}/no-such-page/`);
      expect(response?.status()).toBe(404);
      await main
        .getByRole('link', { name: /Writing a simple async middleware/ })
        .first()
        .click();
      await expect(page).toHaveURL(`${host.site}${LESSON}`);
    });
    await host.close();
  });
});

test('after one visit the course needs no network, and the rest of the host is left alone', async ({
  page,
}) => {
  const host = await startHost();
  await page.goto(`${host.site}/`);
  const registration = () =>
    page.evaluate(async () => {
      const { scope, active } = (await navigator.serviceWorker.getRegistration()) ?? {};
      return { scope, state: active?.state };
    });
  await expect.poll(registration, FIRST).toEqual({ scope: `${host.site}/`, state: 'activated' });
  await page.goto(`${host.site}/progress/`);
  await page.getByRole('button', { name: /^Keep for offline/ }).click();
  await expect(page.getByText('Python is kept: runs work without a network.')).toBeVisible(FIRST);
  await host.close();

  await page.goto(`${host.site}/search/?q=factory`);
  await expect(page.getByRole('main').getByRole('status')).toContainText('about “factory”');
  await page.goto(`${host.site}${LESSON}`);
  const bench = Bench.on(page);
  await bench.code.scrollIntoViewIfNeeded();
  await bench.run(/^Run \d+: 3 × 200\./m);
});
