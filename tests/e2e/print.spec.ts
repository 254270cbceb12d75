/** Pages on paper, as a reader of the dark theme prints them: what stands there can be read, and nothing waits to be pressed. */
import { expect, type Page, test } from '@playwright/test';
import { Bench, LESSON } from '@/tests/support/bench';

/** A sheet of A4 between its margins, in pixels. */
const SHEET = { width: 680, height: 1000 };

test.use({ viewport: SHEET });

test.beforeEach(async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('theme', 'dark');
    localStorage.setItem('await-points:editor', 'plain');
  });
});

/** Puts the page on paper, as the browser does for a print. */
async function print(page: Page) {
  await page.emulateMedia({ media: 'print' });
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
}

/** Of a page on paper: its colours, what can be pressed, and what does not fit. */
const sheetOf = (page: Page) =>
  page.evaluate(() => {
    const shown = (selector: string) =>
      [...document.querySelectorAll<HTMLElement>(selector)].filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) && element.getClientRects().length > 0,
      );
    const { backgroundColor, color } = getComputedStyle(document.documentElement);
    // Words with a meaning behind them read as words; tabs are the names of files and stacks.
    const pressable = shown('main :is(button:not([popovertarget], [role="tab"]), [role="slider"])');
    const scrolling = shown('main :is(pre, [role="tabpanel"] *, [role="group"], table)').filter(
      (element) =>
        element.scrollWidth > element.clientWidth + 1 &&
        /auto|scroll/.test(getComputedStyle(element).overflowX),
    );
    return {
      ground: backgroundColor,
      ink: color,
      pressable: pressable.map((element) => element.ariaLabel ?? element.innerText),
      cut: scrolling.map((element) => element.innerText.slice(0, 80)),
      tooWide: Math.max(document.documentElement.scrollWidth - window.innerWidth, 0),
    };
  });

const WHITE = 'rgb(255, 255, 255)';
const INK = 'rgb(28, 27, 25)';

test('a lesson is dark on white, whole, and gives no answer away', async ({ page }) => {
  await page.goto(LESSON);
  const question = page.getByRole('region', { name: /Must it always write/ }).first();
  await expect(question).toBeVisible();
  await print(page);
  expect(await sheetOf(page)).toEqual({ ground: WHITE, ink: INK, pressable: [], cut: [], tooWide: 0 });

  for (const role of ['banner', 'contentinfo', 'navigation'] as const) {
    await expect(page.getByRole(role)).toHaveCount(0);
  }
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(question.getByRole('radio').first()).toBeVisible();
  await expect(question.getByText('The run that decides.')).toHaveCount(0);
  await expect(question.getByText('Show the answer')).toBeHidden();

  const bench = Bench.on(page);
  const number = (line: number) =>
    bench.code
      .locator('code > span')
      .nth(line - 1)
      .evaluate((span) => getComputedStyle(span, '::before').content);
  expect(await number(2)).toContain('counter(line)');

  await page.goto('/learn/async-await-basics/');
  const documentation = page.locator('main a[href^="http"]').first();
  expect(await documentation.evaluate((link) => getComputedStyle(link, '::after').content)).toContain(
    'https://',
  );
});

test('what was typed is printed whole, in the place of the field that it was typed into', async ({
  page,
}) => {
  const bench = await Bench.open(page);
  const long = `# ${'A line that is longer than any sheet of paper is wide. '.repeat(4)}end`;
  await bench.write(`first = 1\n${long}\n`);
  await print(page);
  await expect(bench.editor).toBeHidden();
  await expect(bench.code.locator('code > span').filter({ hasText: long })).toBeVisible();
  expect(await sheetOf(page)).toMatchObject({ pressable: [], cut: [], tooWide: 0 });
});

test('a stack is printed as its layers, its requests and its code', async ({ page }) => {
  await page.goto('/playground/', { waitUntil: 'networkidle' });
  const stack = page.getByRole('region', { name: 'The stack' });
  await expect(stack.getByRole('combobox', { name: 'Add a layer' })).toBeEnabled();
  await print(page);
  await expect(stack.getByRole('button', { name: /^tenant/ })).toBeVisible();
  await expect(stack.getByRole('combobox', { name: 'Add a layer' })).toBeHidden();
  await expect(stack.getByRole('button', { name: /^(Move|Remove|Make)/ })).toHaveCount(0);
  await expect(page.getByRole('textbox', { name: 'path' }).first()).toHaveValue('/report');
  expect(await sheetOf(page)).toMatchObject({ ground: WHITE, cut: [], tooWide: 0 });
});
