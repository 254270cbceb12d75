/** Axe in every mode of the timeline, in both themes, on a phone and on a desk; and no page that moves sideways. */
import { expect, type Page, test } from '@playwright/test';
import { denseTrace } from '@/lib/trace/testing/dense-trace';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

const RUN = '/timeline/#run=mixing-sync-and-async/blocking-in-a-coroutine';
const LESSON = '/learn/mixing-sync-and-async/';

const timeline = (page: Page) => page.getByRole('group', { name: 'Timeline of the run' });
const lanes = (page: Page) => page.getByRole('group', { name: /^Lanes/ });
const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();

async function expectSound(page: Page, mode: string, part = 'main'): Promise<void> {
  expect.soft(await axeFindingsInBothThemes(page, part), mode).toEqual([]);
  expect.soft(await sidewaysScroll(page), `${mode} moves the page sideways`).toBe(0);
}

for (const width of [375, 1280]) {
  test.describe(`${width} px`, () => {
    test.beforeEach(async ({ page }) => {
      test.slow();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height: 800 });
    });

    test('a short run: steps, time, Django’s own steps, a moment, a selection, load, story', async ({
      page,
    }) => {
      await page.goto(RUN);
      await expect(timeline(page)).toBeVisible();
      await expectSound(page, 'steps');
      await press(page, 'Next hand-over of the loop');
      await lanes(page).press('.');
      await lanes(page).press('.');
      await expect(page.getByRole('group', { name: 'Selected' })).toBeVisible();
      await expectSound(page, 'a selection with its arrows');
      await page.getByRole('checkbox', { name: 'Django’s own steps too' }).check();
      await expectSound(page, 'Django’s own steps');
      await press(page, 'Time');
      await press(page, 'Load and totals');
      await expect(page.getByRole('img', { name: /^Requests in flight over time/ })).toBeVisible();
      await page.getByText('The plot as a table').click();
      await expectSound(page, 'time, with the load');
      await press(page, 'Story');
      await expect(page.getByRole('table', { name: /^Every event/ })).toBeVisible();
      await expectSound(page, 'story');
    });

    test('a long run: painted, filtered, full screen', async ({ page }) => {
      await page.goto('/timeline/');
      const buffer = Buffer.from(JSON.stringify(denseTrace(40, 40)));
      await page
        .getByLabel('Trace file')
        .setInputFiles({ name: 'dense.json', mimeType: 'application/json', buffer });
      await expect(lanes(page).getByRole('img', { name: /^The marks of these rows/ })).toBeVisible();
      await expectSound(page, 'painted');
      const tools = page.getByRole('button', { name: 'Tools' });
      if ((await tools.getAttribute('aria-expanded')) === 'false') await tools.click();
      await press(page, 'Filter');
      await page.getByRole('textbox', { name: 'Only requests' }).fill('7');
      await expect(page.getByText(/of 40 requests shown/)).toBeVisible();
      await expectSound(page, 'filtered');
      await press(page, 'Full screen');
      await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
      await expectSound(page, 'full screen');
    });

    test('two runs compared: still, and played', async ({ page }) => {
      await page.goto(LESSON);
      const play = page.getByRole('button', { name: 'Play both runs' });
      await play.scrollIntoViewIfNeeded();
      await expectSound(page, 'two runs, still', '[data-still*="+"]');
      await play.click();
      await expect(page.getByRole('group', { name: 'Two runs compared' })).toBeVisible();
      await press(page, 'Pause both');
      await page.getByText('Totals of both runs').first().click();
      await expectSound(page, 'two runs, played', '[aria-label="Two runs compared"]');
    });
  });
}
