/** A tab that was opened before a new version of the site came out: nothing breaks, nothing mixes, nothing is lost. */
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { Bench, LESSON } from '@/tests/support/bench';
import { type Deployment, deploymentOf } from '@/tests/support/next-build';
import { serveStatic } from '../../scripts/static-server.mjs';

const out = join(import.meta.dirname, '..', '..', 'out');
const SLOW = { timeout: 60_000 };
const THREE = /^Run \d+: 3 × 200\./m;
const TYPED = '# Typed before the new version came out.';

let deployment: Deployment;
let server: Awaited<ReturnType<typeof serveStatic>>;

test.beforeEach(async ({ context }) => {
  test.slow();
  deployment = deploymentOf(out);
  server = await serveStatic({ folder: deployment.folder, port: 0 });
  await context.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
});

test.afterEach(async () => {
  await server.close();
  deployment.remove();
});

const promptOf = (page: Page) => page.getByText('There is a new version of the course.');
const editionOf = (page: Page) => page.locator('meta[name="edition"]');

async function openBench(page: Page): Promise<Bench> {
  await page.goto(`${server.origin}${LESSON}`);
  const bench = Bench.on(page);
  await bench.code.scrollIntoViewIfNeeded();
  return bench;
}

/** Types at the end of what stands in the editor. */
async function type(bench: Bench) {
  await bench.write(`${await bench.code.innerText()}\n${TYPED}\n`);
}

/** Takes the offer to reload: the new version is there, with what was typed, and runs it. */
async function reload(page: Page, bench: Bench) {
  await page.getByRole('button', { name: 'Reload', exact: true }).click();
  await expect(editionOf(page)).toHaveCount(1, SLOW);
  await expect(promptOf(page)).toHaveCount(0);
  await bench.code.scrollIntoViewIfNeeded();
  await expect(bench.code).toContainText(TYPED);
  await bench.run(THREE, SLOW);
}

test('what was fetched before goes on working; code that is gone leaves the page as it is, and asks to reload', async ({
  page,
}) => {
  const bench = await openBench(page);
  await type(bench);
  await bench.run(THREE, SLOW);
  deployment.deploy();
  await bench.run(THREE, SLOW);
  await expect(promptOf(page)).toHaveCount(0);

  await page.getByRole('figure').last().scrollIntoViewIfNeeded();
  await expect(promptOf(page)).toHaveCount(1);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Writing a simple async middleware');
  await reload(page, bench);
});

test('where Python of that version is gone, the run says so and asks to reload', async ({ page }) => {
  const bench = await openBench(page);
  await type(bench);
  // Whoever types will run, and Python is fetched then; this page is of somebody who comes back.
  await page.reload({ waitUntil: 'networkidle' });
  await bench.code.scrollIntoViewIfNeeded();
  await expect(bench.code).toContainText(TYPED);
  deployment.deploy();
  await bench.button('Run').click();
  await expect(promptOf(page)).toHaveCount(1, SLOW);
  await expect(bench.status).toHaveText(/^Run 1: (Python could not be fetched|The site has changed)/);
  await reload(page, bench);
});

test.describe('with the service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a new version waits until a tab takes it; then it takes over as a whole, and the other tab is told', async ({
    page,
    context,
  }) => {
    const bench = await openBench(page);
    await type(bench);
    const active = () =>
      page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state);
    await expect.poll(active, SLOW).toBe('activated');
    deployment.deploy();

    const other = await context.newPage();
    await other.goto(server.origin);
    await expect(promptOf(other)).toHaveCount(1, SLOW);
    // Until then everything is of the version that was kept.
    await expect(editionOf(other)).toHaveCount(0);
    await other.getByRole('button', { name: 'Reload', exact: true }).click();
    await expect(editionOf(other)).toHaveCount(1, SLOW);
    await other.close();

    await expect(promptOf(page)).toHaveCount(1, SLOW);
    await expect(bench.code).toContainText(TYPED);
    await reload(page, bench);
  });
});
