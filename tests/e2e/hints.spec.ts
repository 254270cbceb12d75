/** Ruff in the editor: it is fetched with the first stroke, its hints lead to the course, and it formats. */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { Bench } from '@/tests/support/bench';

/** Ruff is fetched and compiled first. */
const FIRST = { timeout: 60_000 };

const BLOCKING = `import time


def timer(get_response):
    async def middleware(request):
        time.sleep( 0.1 )
        return await get_response(request)

    return middleware
`;
const FORMATTED = BLOCKING.replace('( 0.1 )', '(0.1)');

test.describe.configure({ timeout: 120_000 });

function watchRuff(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/ruff/')) asked.push(request.url());
  });
  return asked;
}

test('a blocking call gets a hint in the course’s words, and goes with it; the text is formatted, and back', async ({
  page,
}) => {
  const asked = watchRuff(page);
  const bench = await Bench.open(page);
  const hints = page.getByRole('list', { name: 'Hints from Ruff' });

  await test.step('nothing of Ruff is fetched before a stroke', async () => {
    await bench.code.locator('pre').click();
    await expect(bench.editor).toBeVisible();
    expect(asked).toEqual([]);
  });

  await test.step('the hint says why, where, and which unit teaches it', async () => {
    await bench.write(BLOCKING);
    await expect(hints.getByText('time.sleep holds the event loop')).toBeVisible(FIRST);
    await expect(
      hints.getByRole('link', { name: 'Pitfall: a blocking call in an async layer' }),
    ).toHaveAttribute('href', '/learn/pitfall-blocking-call/#the-right-code');
    await expect(page.getByText('1 hint from Ruff. Line 6: time.sleep holds the event loop.')).toBeAttached();
    const { violations } = await new AxeBuilder({ page })
      .include('details:has([aria-label="Hints from Ruff"])')
      .analyze();
    expect(violations).toEqual([]);
  });

  await test.step('Format keeps the caret in its place in the code, and is undone in one step', async () => {
    const behind = 'return await';
    await bench.editor.evaluate((field: HTMLTextAreaElement, offset) => {
      field.setSelectionRange(offset, offset);
    }, BLOCKING.indexOf(behind) + behind.length);
    await bench.editor.press('Shift+Alt+F');
    await expect(bench.editor).toHaveValue(FORMATTED);
    expect(await bench.editor.evaluate((field: HTMLTextAreaElement) => field.selectionStart)).toBe(
      FORMATTED.indexOf(behind) + behind.length,
    );
    await bench.editor.press('Control+z');
    await expect(bench.editor).toHaveValue(BLOCKING);
  });

  await test.step('what Python cannot read is not formatted', async () => {
    const broken = BLOCKING.replace('0.1 )', '');
    await bench.editor.fill(broken);
    await bench.button('Format').click();
    await expect(page.getByText(/^Python cannot read line 6: .* Nothing was changed\.$/)).toBeVisible();
    await expect(bench.editor).toHaveValue(broken);
  });

  await test.step('the hint goes with the call', async () => {
    await bench.editor.fill(
      FORMATTED.replace('time.sleep', 'await asyncio.sleep').replace('time', 'asyncio'),
    );
    await expect(hints.getByRole('listitem')).toHaveCount(0);
  });
});

test('the full editor marks what the hint is about, formats on the button, and undoes it', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'full'));
  await page.goto('/playground/', { waitUntil: 'networkidle' });
  const full = page.locator('.monaco-editor');
  const text = full.locator('.view-lines');
  await expect(async () => {
    if (!(await full.isVisible()))
      await page.locator('[role="tabpanel"] pre').first().click({ timeout: 1000 });
    await expect(full).toBeVisible({ timeout: 5000 });
  }).toPass(FIRST);
  // The keys are Monaco's once the plain field is gone.
  await expect(
    page.getByRole('tabpanel').first().locator('textarea.inputarea, .native-edit-context'),
  ).toBeFocused(FIRST);

  await page.keyboard.press('Control+a');
  await page.keyboard.insertText('answer=unknown_name');
  await expect(page.getByText('Undefined name unknown_name')).toBeVisible(FIRST);
  await expect(full.locator('.squiggly-info')).toHaveCount(1);
  await page.getByRole('button', { name: 'Format', exact: true }).click();
  await expect(text).toContainText(/answer\s=\sunknown_name/);
  await page.keyboard.press('Control+z');
  await expect(text).toContainText('answer=unknown_name');
});

test('without a connection the formatter says so, and tries again', async ({ page }) => {
  await page.route('**/ruff/ruff.*', (route) => route.abort());
  const bench = await Bench.open(page);
  await bench.write(BLOCKING);
  await bench.button('Format').click();
  await expect(page.getByText('Ruff could not be fetched. Check the connection.')).toBeVisible(FIRST);
  await expect(bench.editor).toHaveValue(BLOCKING);
  await page.unroute('**/ruff/ruff.*');
  await bench.button('Try again').click();
  await expect(bench.editor).toHaveValue(FORMATTED, FIRST);
});
