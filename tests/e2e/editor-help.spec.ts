/** Commands, the sheet of shortcuts, the editor's settings, and what the full editor knows of names. */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { paletteKeys } from '@/lib/shortcuts/keys';
import { shortcutGroups } from '@/lib/shortcuts/words';
import { axeFindings, axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';
import { Bench, LESSON } from '../support/bench';

/** Monaco is large, and CI is slow. */
const MADE = { timeout: 60_000 };

const commands = (page: Page) => page.getByRole('dialog', { name: 'Commands' });
const sheet = (page: Page) => page.getByRole('dialog', { name: 'Shortcuts' });

/** Presses until it is answered: before the page has come alive nobody listens. */
async function summon(page: Page, key: string, dialog: Locator): Promise<void> {
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.keyboard.press(key);
    await expect(dialog).toBeVisible({ timeout: 2000 });
  }).toPass();
}

test('the commands are found, chosen with the keys of the sheet, and give the focus back', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'light' });
  const bench = await Bench.open(page);
  await summon(page, 'Control+k', commands(page));
  await page.keyboard.press('Escape');
  await expect(commands(page)).toBeHidden();

  // From within an editor, whose own Run and Reset are then meant.
  await bench.write('# mine\n');
  await summon(page, 'Control+k', commands(page));
  const field = page.getByRole('combobox', { name: 'Find a command or a unit' });
  await expect(field).toBeFocused();
  await expect(commands(page).getByRole('option', { name: 'Run middleware.py' })).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.type('reset');
  const reset = commands(page).getByRole('option', { name: 'Reset middleware.py' });
  await expect(reset).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', (await reset.getAttribute('id')) ?? '');
  await page.keyboard.press(paletteKeys.perform[0]);
  await expect(commands(page)).toBeHidden();
  await expect(bench.editor).toBeFocused();
  await expect(bench.editor).not.toHaveValue('# mine\n');

  await summon(page, 'Control+k', commands(page));
  await field.fill('dark');
  await page.keyboard.press(paletteKeys.perform[0]);
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');

  await summon(page, 'Control+k', commands(page));
  await field.fill('zzqxjk');
  await expect(commands(page).getByRole('status')).toContainText('Nothing is called “zzqxjk”');
  await field.fill('mixing sync');
  const first = commands(page).getByRole('option', { name: /^Mixing sync and async/ });
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press(paletteKeys.previous[0]);
  const last = commands(page).getByRole('option').last();
  await expect(last).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press(paletteKeys.next[0]);
  await expect(first).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press(paletteKeys.perform[0]);
  await expect(page).toHaveURL('/learn/mixing-sync-and-async/');
});

test('the sheet lists every shortcut, stays away from fields, and can be kept from opening', async ({
  page,
}) => {
  await page.goto('/search/');
  const field = page.getByRole('searchbox', { name: 'Search the course' });
  await expect(field).toBeFocused();
  await page.keyboard.press('?');
  await expect(field).toHaveValue('?');
  await field.blur();
  await summon(page, '?', sheet(page));
  for (const { does } of shortcutGroups.flatMap(({ shortcuts }) => shortcuts))
    await expect(sheet(page).getByText(does, { exact: true })).toBeAttached();
  await sheet(page).getByRole('checkbox', { name: '? opens this sheet' }).uncheck();
  await page.keyboard.press('Escape');
  await expect(sheet(page)).toBeHidden();
  await page.keyboard.press('?');
  // The key that is asked next is answered, so that the one before was heard as well.
  await summon(page, 'Control+k', commands(page));
  await expect(sheet(page)).toBeHidden();
  await page.keyboard.type('shortcuts');
  await page.keyboard.press('Enter');
  await expect(sheet(page)).toBeVisible();
});

test('the settings hold in the plain editor, across a reload, and broken ones count as never chosen', async ({
  page,
}) => {
  let bench = await Bench.open(page);
  const size = () => bench.code.evaluate((element) => getComputedStyle(element).fontSize);
  const own = await size();
  await bench.button('Editor settings').click();
  const settings = page.getByRole('region', { name: 'Settings of all editors' });
  await settings.getByRole('combobox', { name: 'Text size' }).selectOption('20 px');
  await settings.getByRole('checkbox', { name: 'Wrap long lines' }).check();
  expect(await size()).toBe('20px');
  await bench.write(`first = 1\nlong = "${'word '.repeat(60)}"\nlast = 3\n`);

  // The number of the line below a wrapped one stands beside that line: nothing has to be scrolled sideways.
  const shape = await bench.editor.evaluate((field) => ({
    wide: field.scrollWidth - field.clientWidth,
    high: field.scrollHeight - field.clientHeight,
    lines: field.clientHeight / Number.parseFloat(getComputedStyle(field).lineHeight),
  }));
  expect(shape.wide).toBeLessThanOrEqual(0);
  expect(shape.high).toBeLessThanOrEqual(0);
  expect(shape.lines).toBeGreaterThan(6);

  await page.reload({ waitUntil: 'networkidle' });
  bench = Bench.on(page);
  expect(await size()).toBe('20px');
  await page.evaluate(() => {
    indexedDB.deleteDatabase('await-points');
    localStorage.clear();
    localStorage.setItem('editor-settings', '{"size": 500, "wrap": ');
  });
  await page.reload({ waitUntil: 'networkidle' });
  expect(await size()).toBe(own);
});

test('the full editor suggests, explains and links what the course uses; Enter is a new line all the same', async ({
  page,
}) => {
  await page.goto(LESSON, { waitUntil: 'networkidle' });
  const figure = page
    .getByRole('figure')
    .filter({ has: page.getByRole('tab') })
    .first();
  await expect(figure.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await figure.locator('[role="tabpanel"] .line').filter({ hasText: 'await get_response' }).click();
  await expect(figure.locator('.monaco-editor')).toBeVisible(MADE);
  await expect(figure.locator('textarea[data-coloured]')).toHaveCount(0);
  const text = figure.locator('.view-lines');
  const suggested = (name: RegExp) => page.locator('.suggest-widget').getByRole('option', { name });

  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nasyncio.slee');
  await expect(suggested(/^sleep/)).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(text).toContainText('asyncio.sleep');
  await page.keyboard.press('F1');
  const hover = page.locator('.monaco-hover').filter({ hasText: 'Suspends this coroutine' });
  await expect(hover.getByRole('link')).toHaveAttribute('data-href', /\/learn\/async-await-basics\/$/);
  await page.keyboard.press('Escape');

  await page.keyboard.type('\nrequest.head');
  await expect(suggested(/^headers/)).toBeVisible();
  await page.keyboard.press('Enter');
  await page.keyboard.type('done');
  await expect(text).toContainText('request.head');
  await expect(text).not.toContainText('request.headers');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+/');
  await expect(text).toContainText('# done'.replace(' ', '\u00a0'));
});

test.describe('with a finger', () => {
  test.use({ hasTouch: true });

  test('commands, sheet and settings open, fit, and give axe nothing to complain of', async ({ page }) => {
    await page.goto(LESSON, { waitUntil: 'networkidle' });
    await Bench.on(page).button('Editor settings').click();
    const settings = page.getByRole('region', { name: 'Settings of all editors' });
    await expect(settings).toBeVisible();
    const within = `[aria-label="${await settings.getAttribute('aria-label')}"]`;
    expect(await axeFindingsInBothThemes(page, within)).toEqual([]);

    await summon(page, 'Control+k', commands(page));
    expect(await axeFindingsInBothThemes(page, 'dialog')).toEqual([]);
    await commands(page).getByRole('option', { name: 'Shortcuts' }).tap();
    await expect(sheet(page)).toBeVisible();
    expect(await axeFindingsInBothThemes(page, 'dialog')).toEqual([]);
    await sheet(page).getByRole('button', { name: 'Close' }).tap();
    await expect(sheet(page)).toBeHidden();

    await page.setViewportSize({ width: 375, height: 740 });
    expect(await axeFindings(page, { within })).toEqual([]);
    await page.getByRole('button', { name: /map/i }).first().tap();
    await page
      .getByRole('navigation', { name: 'Course map' })
      .getByRole('button', { name: 'Commands' })
      .tap();
    await expect(commands(page)).toBeVisible();
    expect(await axeFindings(page, { within: 'dialog' })).toEqual([]);
    await commands(page).getByRole('option', { name: 'Shortcuts' }).tap();
    await expect(sheet(page)).toBeVisible();
    expect(await axeFindings(page, { within: 'dialog' })).toEqual([]);
    expect(await sidewaysScroll(page)).toBe(0);
  });
});
