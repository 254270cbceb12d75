/** What is kept of a reader: reviewed, shown, taken along as a file, forgotten, and one in all tabs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { unitAddress } from '@/lib/course/map';
import { readUnit } from '@/lib/course/read-unit';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

const UNIT = 'simple-async-middleware';
const content = join(import.meta.dirname, '..', '..', 'content');
const unit = readUnit(content, UNIT);
const question = unit.questions.find(({ kind }) => kind === 'single');
const wrong = question?.options.find(({ correct }) => !correct);
const right = question?.options.find(({ correct }) => correct);
if (!question || !wrong || !right) throw new Error(`${UNIT} asks no question with one right option.`);

/** Commits to an answer in the first place of the page that asks this question. */
async function answer(page: Page, option: string, confidence: 'Sure' | 'Not sure'): Promise<void> {
  const card = page.locator(`[data-question="${question?.id}"]`);
  await card.evaluate((element) => {
    for (const section of document.querySelectorAll('details')) {
      if (section.contains(element)) section.open = true;
    }
  });
  await card.locator(`input[value="${option}"]`).check();
  await card.getByRole('radio', { name: confidence, exact: true }).check();
  await card.getByRole('button', { name: 'Commit' }).click();
  await expect(card.getByText(/^(Right\.|Right, and you knew it\.|Not so\.)$/)).toBeVisible();
}

async function miss(page: Page): Promise<void> {
  await page.goto(unitAddress(UNIT));
  await expect(page.getByText(/^Left in this unit:/)).toBeVisible();
  await answer(page, wrong?.id ?? '', 'Sure');
}

test('a missed question and the cards of its unit are due, and come again once they are answered', async ({
  page,
}) => {
  await page.goto('/review/');
  await expect(page.getByText(/^Nothing is due yet\./)).toBeVisible();
  await miss(page);

  await page.goto('/review/');
  const due = `${unit.cards.length} cards and 1 question`;
  await expect(page.getByText(`${due} of the units that you opened.`)).toBeVisible();
  await page.getByRole('button', { name: 'Begin the review' }).click();
  for (const _card of unit.cards) {
    await page.getByRole('button', { name: 'Show the answer' }).click();
    await expect(page.getByRole('button', { name: /^Again.*1 day$/ })).toBeVisible();
    await page.getByRole('button', { name: /^Easy/ }).click();
  }
  await answer(page, right?.id ?? '', 'Not sure');
  await expect(page.getByText('It comes again in 2 days.')).toBeVisible();
  await page.getByRole('button', { name: 'Finish', exact: true }).click();
  await page.getByRole('button', { name: 'Back to the review' }).click();
  await expect(page.getByText('Nothing is due. Next: 1 question in 2 days.')).toBeVisible();
});

test('the questions of one part are asked one after the other', async ({ page }) => {
  await page.goto('/review/');
  await page.getByRole('combobox', { name: 'From' }).selectOption('steps');
  await page.getByRole('button', { name: 'Begin the questions' }).click();
  await expect(page.getByRole('heading', { name: /^1 of \d+ from/ })).toBeFocused();
  await expect(page.locator('[data-question]')).toHaveCount(1);
});

test('nothing of the schedule is fetched before somebody reviews', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto('/review/');
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  expect(asked.filter((url) => url.includes('/decks/'))).toEqual([]);
  await page.getByRole('button', { name: 'Begin the questions' }).click();
  await expect(page.locator('[data-question]')).toHaveCount(1);
  expect(asked.slice(before).some((url) => url.includes('/decks/'))).toBe(true);
});

test('a record goes to a file, is forgotten, and comes back from it', async ({ page }, testInfo) => {
  await miss(page);
  await page.goto('/progress/');
  const row = page
    .getByRole('region', { name: 'By unit' })
    .getByRole('row', { name: new RegExp(unit.title) });
  await expect(row).toContainText(`1 of ${unit.questions.length}`);
  await expect(page.getByRole('region', { name: 'Sure, and right?' }).getByRole('link')).toHaveText(
    unit.title,
  );

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Export to a file' }).click();
  const file = testInfo.outputPath('record.json');
  await (await download).saveAs(file);
  expect((await download).suggestedFilename()).toMatch(/^await-points-record-\d{4}-\d{2}-\d{2}\.json$/);
  expect(Object.keys(JSON.parse(readFileSync(file, 'utf8')).answers)).toEqual([question.id]);

  await page.getByRole('button', { name: 'Clear…' }).click();
  await expect(page.getByRole('region', { name: 'Forget everything?' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(row).toContainText(`1 of ${unit.questions.length}`);
  await page.getByRole('button', { name: 'Clear…' }).click();
  await page.getByRole('button', { name: 'Clear for good' }).click();
  await expect(page.getByText('Everything is forgotten.')).toBeVisible();
  await expect(row).toContainText(`0 of ${unit.questions.length}`);

  await page.getByLabel('Import a file…').setInputFiles(file);
  await page.getByRole('button', { name: 'Merge' }).click();
  await expect(page.getByText(/is merged/)).toBeVisible();
  await expect(row).toContainText(`1 of ${unit.questions.length}`);
  await page.reload();
  await expect(row).toContainText(`1 of ${unit.questions.length}`);
});

test('a file that is no record is refused in a sentence', async ({ page }) => {
  await page.goto('/progress/');
  await page.getByLabel('Import a file…').setInputFiles(join(content, 'claims.json'));
  await expect(page.getByText(/not a record of Await Points\. Nothing was changed\./)).toBeVisible();
});

test('what is answered in one tab is known in another', async ({ page, context }) => {
  const other = await context.newPage();
  await other.goto('/progress/');
  const row = other
    .getByRole('region', { name: 'By unit' })
    .getByRole('row', { name: new RegExp(unit.title) });
  await expect(row).toContainText('not opened');
  await miss(page);
  await expect(row).toContainText('begun');
  await expect(row).toContainText(`1 of ${unit.questions.length}`);

  await other.getByRole('button', { name: 'Clear…' }).click();
  await other.getByRole('button', { name: 'Clear for good' }).click();
  await expect(
    page.locator(`[data-question="${question.id}"]`).getByRole('button', { name: 'Commit' }),
  ).toBeVisible();
});

test('axe finds nothing in a review or a confirmation', async ({ page }) => {
  test.slow();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 375, height: 740 });
  await miss(page);
  await page.goto('/review/');
  await expect(page.getByRole('button', { name: 'Begin the review' })).toBeVisible();
  expect.soft(await axeFindingsInBothThemes(page), 'what is due').toEqual([]);
  await page.getByRole('button', { name: 'Begin the review' }).click();
  await page.getByRole('button', { name: 'Show the answer' }).click();
  expect.soft(await axeFindingsInBothThemes(page), 'a card').toEqual([]);
  await page.goto('/progress/');
  await page.getByRole('button', { name: 'Clear…' }).click();
  expect.soft(await axeFindingsInBothThemes(page), 'a confirmation').toEqual([]);
  expect(await sidewaysScroll(page)).toBe(0);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const address of ['/review/', '/progress/']) {
    test(`${address} says what it needs, and offers nothing else`, async ({ page }) => {
      await page.goto(address);
      await expect(page.getByRole('main').getByText(/needs? JavaScript/)).toBeVisible();
      await expect(page.getByRole('main').getByRole('button')).toHaveCount(0);
    });
  }
});
