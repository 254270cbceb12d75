/** The ways into a unit and the fast path: what each shows, how it is chosen, kept and announced. */
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { units } from '@/content/manifest.generated';
import { fastPath } from '@/lib/course/fast-path';
import { unitAddress } from '@/lib/course/map';
import { readUnit } from '@/lib/course/read-unit';
import { waysInto } from '@/lib/course/ways';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

/** A pitfall, which has every way. */
const UNIT = 'pitfall-blocking-call';
const ADDRESS = unitAddress(UNIT);
const content = join(import.meta.dirname, '..', '..', 'content');
const unit = readUnit(content, UNIT);
const steps = fastPath(units);

/** The blocks of the lesson that can be seen, each by what it is to the ways. */
function visibleBlocks(page: Page): Promise<string[]> {
  return page
    .locator('[data-prose]')
    .first()
    .evaluate((prose) => {
      const isBlock = (element: Element) => element.matches('[data-block], [data-question]');
      const blocksOf = (parent: Element): string[] =>
        [...parent.children].flatMap((child) => {
          if (!child.checkVisibility()) return [];
          if (isBlock(child)) return [child.getAttribute('data-block') ?? 'question'];
          const inner = child.querySelector('[data-block], [data-question]') ? blocksOf(child) : [];
          return inner.length > 0 ? inner : child.matches('summary, script') ? [] : ['prose'];
        });
      return blocksOf(prose);
    });
}

const shownWay = (page: Page) => page.locator('article').getAttribute('data-way');

test('this unit has all nine ways', () => {
  expect(waysInto(unit).filter(({ missing }) => missing !== null)).toEqual([]);
});

for (const [way, block] of [
  ['watch', 'run'],
  ['predict', 'question'],
  ['try', 'exercise'],
  ['fix', 'broken'],
  ['compare', 'compare'],
  ['build', 'build'],
] as const) {
  test(`the way “${way}” shows nothing of the lesson but that`, async ({ page }) => {
    await page.goto(`${ADDRESS}?way=${way}`);
    const blocks = await visibleBlocks(page);
    expect(blocks.length).toBeGreaterThan(0);
    expect(blocks.filter((kinds) => !kinds.split(' ').includes(block))).toEqual([]);
    await expect(page.getByRole('navigation', { name: 'Previous and next unit' }).first()).toBeVisible();
  });
}

test('to watch is to see runs without their code; to build, one example with it, here or in the playground', async ({
  page,
}) => {
  await page.goto(`${ADDRESS}?way=watch`);
  await expect(page.locator('[data-still]:visible').first()).toBeVisible();
  await expect(page.locator('[data-side="code"]:visible')).toHaveCount(0);
  await page.goto(`${ADDRESS}?way=build`);
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toHaveCount(1);
  await page.getByRole('link', { name: 'open it in the playground' }).click();
  await expect(page.getByText(/is here, to be changed\./)).toBeVisible();
});

test('the reference holds the cards, the words, the code and what the docs say', async ({ page }) => {
  await page.goto(`${ADDRESS}?way=reference`);
  const reference = page.getByRole('region', { name: 'Reference' });
  await expect(reference.getByRole('heading', { name: 'To keep' })).toBeVisible();
  await expect(reference.getByRole('heading', { name: 'Words' })).toBeVisible();
  await expect(page.getByRole('heading', { name: 'What the docs say', exact: true })).toBeVisible();
  await expect(page.locator('pre.shiki:visible').first()).toBeVisible();
  await expect(page.locator('[data-still]:visible')).toHaveCount(0);

  await reference.getByRole('link', { name: 'See the run' }).first().click();
  await expect(page.locator('article')).toHaveAttribute('data-way', 'read');
  await expect(page.locator('figure:target, figure:has(:target)').first()).toBeInViewport();
});

test('the review of a unit goes through its cards', async ({ page }) => {
  await page.goto(`${ADDRESS}?way=review`);
  await page.getByRole('button', { name: 'Begin', exact: true }).click();
  await page.getByRole('button', { name: 'Show the answer' }).click();
  await page.getByRole('button', { name: /^Good/ }).click();
  await expect(page.getByRole('heading', { name: /^2 of \d/ })).toBeFocused();
});

test('a way is chosen by keyboard, announced, kept, and there before the first paint', async ({ page }) => {
  await page.goto(ADDRESS);
  const ways = page.getByRole('group', { name: 'Ways in' });
  await ways.getByRole('radio', { name: 'Read' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(ways.getByRole('radio', { name: 'Predict' })).toBeChecked();
  await expect(ways.getByRole('status')).toHaveText(/^Predict: The questions/);
  await expect(page).toHaveURL(`${ADDRESS}?way=predict`);

  await page.goto('/');
  // Without any of the site's scripts but those in the page, so that nothing can repair it later.
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(ADDRESS);
  expect(await shownWay(page)).toBe('predict');
});

test('a kept way moves nothing while the page comes alive', async ({ page }) => {
  await page.goto(`${ADDRESS}?path=fast&way=predict`);
  await expect(page.getByText(/^Left in this unit:/)).toBeVisible();
  const shift = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        requestAnimationFrame(() => requestAnimationFrame(() => resolve(sum)));
      }),
  );
  expect(shift).toBeLessThan(0.01);
});

test('a way that a unit lacks is disabled, with the reason', async ({ page }) => {
  const lacking = units.find(({ id }) => readUnit(content, id).exercise === null);
  if (lacking === undefined) throw new Error('Every unit has an exercise.');
  await page.goto(unitAddress(lacking.id));
  const attempt = page.getByRole('radio', { name: 'Try' });
  await expect(attempt).toBeDisabled();
  await expect(attempt).toHaveAccessibleDescription('(it has no exercise)');
  await page.goto(`${unitAddress(lacking.id)}?way=try`);
  expect(await shownWay(page)).toBe('read');
});

test('axe finds nothing in any way', async ({ page }) => {
  test.setTimeout(300_000);
  await page.setViewportSize({ width: 375, height: 740 });
  for (const { id } of waysInto(unit)) {
    await page.goto(`${ADDRESS}?way=${id}`);
    await expect(page.getByText(/^Left in this unit:/)).toBeVisible();
    expect.soft(await axeFindingsInBothThemes(page), id).toEqual([]);
    expect.soft(await sidewaysScroll(page), id).toBe(0);
  }
});

test('the fast path leads from the landing page through the steps, with what is deeper folded', async ({
  page,
}) => {
  const [first, second] = steps;
  if (!first || !second) throw new Error('There are seven steps.');
  await page.goto('/');
  await page
    .getByRole('main')
    .getByRole('link', { name: /^The fast path, about \d+ minutes$/ })
    .first()
    .click();
  await expect(page).toHaveURL(unitAddress(first.id));
  await expect(page.getByRole('checkbox', { name: /^Fast path/ })).toBeChecked();
  await expect(page.locator('details[data-deeper][open]')).toHaveCount(0);
  await page
    .getByRole('navigation', { name: 'Previous and next unit' })
    .getByRole('link', { name: /^Next/ })
    .click();
  await expect(page).toHaveURL(unitAddress(second.id));
});

test.describe('a unit with deeper sections', () => {
  const deep = steps.find(({ id }) => readUnit(content, id).lesson.headings.some(({ deeper }) => deeper));
  const address = deep ? unitAddress(deep.id) : '/';
  const section = deep && readUnit(content, deep.id).lesson.headings.find(({ deeper }) => deeper);

  test('opens them when the switch is turned, and remembers that', async ({ page }) => {
    await page.goto(`${address}?path=fast`);
    const fast = page.getByRole('checkbox', { name: /^Fast path/ });
    const open = page.locator('details[data-deeper][open]');
    await expect(fast).toBeChecked();
    await expect(open).toHaveCount(0);
    await fast.focus();
    await page.keyboard.press('Space');
    await expect(open).not.toHaveCount(0);
    await page.reload();
    await expect(fast).not.toBeChecked();
    await expect(open).not.toHaveCount(0);
  });

  test('opens the one that an address leads into, and prints them all', async ({ page }) => {
    if (!section) throw new Error('No step has a deeper section.');
    await page.goto(`${address}?path=fast`);
    await expect(page.getByRole('checkbox', { name: /^Fast path/ })).toBeChecked();
    const heading = page.locator(`[id="${section.id}"]`);
    const isRendered = () =>
      heading.evaluate((element) => element.checkVisibility({ contentVisibilityAuto: true }));
    expect(await isRendered()).toBe(false);
    await page.emulateMedia({ media: 'print' });
    expect(await isRendered()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.goto(`${address}#${section.id}`);
    await expect(heading).toBeInViewport();
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a unit is whole, with what is deeper open, whatever the address asks for', async ({ page }) => {
    await page.goto(`${ADDRESS}?way=predict&path=fast`);
    expect(await shownWay(page)).toBe('read');
    await expect(page.getByRole('group', { name: 'Ways in' })).toHaveCount(0);
    await expect(page.locator('details[data-deeper]:not([open])')).toHaveCount(0);
    await expect(page.getByRole('heading', { name: 'What you can do now' })).toBeVisible();
  });
});
