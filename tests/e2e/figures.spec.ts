/** The course's live figures: readable as they come, alive when a reader comes near, and for everybody to use. */
import { expect, type Page, test } from '@playwright/test';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

const KITCHEN = '/learn/the-kitchen/';
const figureNamed = (page: Page, name: string) => page.getByRole('group', { name });

/** A reader scrolls to the first figure of a kind, and moves the pointer until it has come alive. */
async function comeNear(page: Page, kind: string): Promise<void> {
  const still = page.locator(`[data-still^="${kind}:"]`);
  const drawn = await still.count();
  await still.first().scrollIntoViewIfNeeded();
  await expect(async () => {
    await page.mouse.move(10, 10);
    await page.mouse.move(20, 20);
    await expect(still).not.toHaveCount(drawn, { timeout: 1_000 });
  }).toPass();
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('each kitchen shows its telling scene, and tells every step', async ({ page }) => {
    await page.goto(KITCHEN);
    const pictures = page.getByRole('img', { name: /^A kitchen\./ });
    await expect(pictures).toHaveCount(3);
    const steps = page.getByText('Every step in words').first();
    await steps.click();
    await expect(page.getByText('A waiter brings order B. It hangs on the rail.').first()).toBeVisible();
  });
});

test('a page that is only opened fetches no run; a reader who comes near gets a living figure', async ({
  page,
}) => {
  const fetched: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/recordings/')) fetched.push(request.url());
  });
  await page.goto(KITCHEN);
  await page.waitForLoadState('networkidle');
  expect(fetched).toEqual([]);
  await comeNear(page, 'kitchen');
  const kitchen = figureNamed(page, 'A run as a kitchen');
  await expect(kitchen.getByRole('button', { name: 'Step forward' })).toBeVisible();
  expect(fetched.length).toBeGreaterThan(0);
});

test('the kitchen is stepped by keyboard, says each scene, and changes between runs', async ({ page }) => {
  await page.goto(KITCHEN);
  await comeNear(page, 'kitchen');
  const kitchen = figureNamed(page, 'A run as a kitchen');
  const playhead = kitchen.getByRole('slider', { name: 'Playhead' });
  await playhead.focus();
  await playhead.press('ArrowRight');
  await playhead.press('ArrowRight');
  await expect(kitchen.getByRole('status')).toContainText('sets a timer and turns away');
  await expect(playhead).toHaveAttribute('aria-valuetext', /of 180 ms/);
  await kitchen.getByRole('radio', { name: /stares at the pot/ }).check();
  await kitchen.getByRole('slider', { name: 'Playhead' }).press('End');
  await expect(kitchen.getByText('All 3 orders are served after 360 ms.')).toBeVisible();
  await expect(kitchen.getByRole('status')).toContainText('C is done');
});

test('with reduced motion nothing glides: plates are where they belong at once', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(KITCHEN);
  await comeNear(page, 'kitchen');
  const kitchen = figureNamed(page, 'A run as a kitchen');
  await kitchen.getByRole('button', { name: 'Step forward' }).click();
  const durations = await kitchen
    .getByRole('img')
    .evaluate((picture) =>
      [...picture.querySelectorAll('g')].map((part) => getComputedStyle(part).transitionDuration),
    );
  expect(new Set(durations)).toEqual(new Set(['0s']));
});

for (const [address, kind, name] of [
  [KITCHEN, 'kitchen', 'A run as a kitchen'],
  ['/learn/what-is-async-middleware/', 'pipeline', 'The stack as a pipeline'],
  ['/learn/internal-flow/', 'await-chain', 'The chain of awaits'],
  ['/learn/under-the-hood/', 'nested-frames', 'The chain of awaits'],
] as const) {
  test(`the figure ${kind} is accessible in both themes, and fits a phone`, async ({ page }) => {
    test.slow();
    await page.goto(address);
    await comeNear(page, kind);
    const figure = figureNamed(page, name).first();
    await figure.getByRole('button', { name: 'Step forward' }).click();
    for (const width of [1280, 375]) {
      await page.setViewportSize({ width, height: 900 });
      expect.soft(await axeFindingsInBothThemes(page, '[data-figure]'), `${width} px`).toEqual([]);
      expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
    }
  });
}
