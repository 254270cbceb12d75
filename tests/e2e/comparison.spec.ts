/** Two runs of a learner's own, one above the other: what the edit changed, in the picture, in words and in figures. */
import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { axeFindings, axeFindingsInBothThemes, sidewaysScroll } from '@/tests/support/axe';
import { Bench } from '@/tests/support/bench';

const SCENARIO = 'content/simple-async-middleware/examples/first-layer/scenario.json';
const LAYER: string = JSON.parse(readFileSync(SCENARIO, 'utf8')).layers[0].split('.')[1];

/** The lesson's layer, which waits in this way on line 10. */
const waiting = (how: string) => `import asyncio
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def ${LAYER}(get_response):
    async def middleware(request):
        ${how}
        return await get_response(request)

    return middleware
`;

test('a learner compares a run with the one before it, by keyboard and on a phone as well', async ({
  page,
}) => {
  test.setTimeout(180_000);
  const bench = await Bench.open(page);
  await bench.write(waiting('time.sleep(0.2)'));
  await bench.run(/3 × 200/);
  await expect(bench.button('Compare with the run before')).toBeHidden();
  await bench.write(waiting('await asyncio.sleep(0.2)'));
  await bench.run(/3 × 200/);
  await expect(page.getByRole('group', { name: 'Two runs compared' })).toHaveCount(0);
  await bench.button('Compare with the run before').click();

  const comparison = page.getByRole('group', { name: 'Two runs compared' });
  await expect(
    comparison.getByText(
      /^Request C answers \d+ ms sooner: nothing holds the event loop at line 10 of middleware\.py any more\.$/,
    ),
  ).toBeVisible();
  const chips = comparison.getByRole('list', { name: 'Latency: this run against the run before' });
  await expect(chips.getByRole('listitem').filter({ hasText: 'Request C' })).toHaveText(/−\d+ ms/);
  await expect(comparison.getByRole('list', { name: 'Only in the run before' })).toContainText(
    /time\.sleep\(0\.2\) in \w+, line 10 of middleware\.py, 200 ms/,
  );
  const row = comparison
    .getByRole('table', { name: 'Latency and hops of each request' })
    .getByRole('row', { name: /^Request C/ });
  await expect(row.getByRole('cell').last()).toHaveText(/−\d+ ms/);

  const playhead = comparison.getByRole('slider', { name: 'Playhead of both runs' });
  await playhead.focus();
  await playhead.press('End');
  await expect(playhead).toHaveAttribute(
    'aria-valuetext',
    /The run before: (\d+) of \1 ms.*This run: (\d+) of \2 ms/,
  );
  await playhead.press('Home');
  await playhead.press('ArrowRight');
  await expect(playhead).toHaveAttribute('aria-valuetext', /The run before: .*This run: /);

  for (const width of [1280, 375]) {
    await page.setViewportSize({ width, height: 800 });
    await expect.poll(() => sidewaysScroll(page)).toBe(0);
    expect(await axeFindingsInBothThemes(page, '[aria-label="Two runs compared"]')).toEqual([]);
  }
});

test('the load of a run opens below its timeline, on the same axis', async ({ page }) => {
  test.setTimeout(120_000);
  const bench = await Bench.open(page);
  await bench.write(waiting('time.sleep(0.2)'));
  await bench.run(/3 × 200/);
  await bench.button('Load and totals').click();
  const load = page.getByRole('group', { name: 'Load and totals' });
  await expect(load.getByRole('img', { name: /^Requests in flight over time: at most 3/ })).toBeVisible();
  await expect(load.getByRole('term').filter({ hasText: 'Longest hold' })).toBeVisible();
  // The lanes of the figure, and those of the plot below it.
  const edges = await page.locator('[data-playhead-lane]').evaluateAll((lanes) =>
    lanes.map((lane) => {
      const { left, right } = lane.getBoundingClientRect();
      return [Math.round(left), Math.round(right)];
    }),
  );
  expect(edges).toHaveLength(2);
  expect(edges[1]).toEqual(edges[0]);
  expect(await axeFindings(page, { within: '[aria-label="Load and totals"]' })).toEqual([]);
});

test.describe('two recorded runs in a lesson', () => {
  const LESSON = '/learn/mixing-sync-and-async/';

  test('play side by side when asked to, and the keyboard goes on in them', async ({ page }) => {
    await page.goto(LESSON);
    await page.getByRole('button', { name: 'Play both runs' }).click();
    await expect(page.getByRole('group', { name: 'Recorded runs' })).toBeFocused();
    const comparison = page.getByRole('group', { name: 'Two runs compared' });
    await expect(comparison.getByRole('button', { name: 'Pause both' })).toBeVisible();
    await expect(
      comparison.getByText(/^Request C answers \d+ ms later: the event loop is held/),
    ).toBeVisible();
    await comparison.getByRole('slider', { name: 'Playhead of both runs' }).press('End');
    await expect(comparison.getByRole('group', { name: 'The run after' })).toContainText(/(\d+) of \1 ms/);
  });

  test('read, and print, without JavaScript', async ({ browser, baseURL }) => {
    const page = await browser.newPage({ javaScriptEnabled: false, ...(baseURL ? { baseURL } : {}) });
    await page.goto(LESSON);
    for (const media of ['screen', 'print'] as const) {
      await page.emulateMedia({ media });
      await expect(page.getByRole('group', { name: 'Timeline of the run before' })).toBeVisible();
      await expect(
        page
          .getByRole('group', { name: 'Timeline of the run after' })
          .getByText(/^\+\d+ ms$/)
          .last(),
      ).toBeVisible();
      await expect(
        page
          .getByRole('table', { name: 'Latency and hops of each request' })
          .getByRole('row', { name: /^Request C/ })
          .getByText(/^\+\d+ ms$/),
      ).toBeVisible();
    }
    await expect(page.getByRole('button', { name: 'Play both runs' })).toBeHidden();
    await page.close();
  });
});
