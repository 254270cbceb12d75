/** "Open a trace": files and recorded runs become timelines, links lead to moments, pictures and traces are saved. */
import { readFile } from 'node:fs/promises';
import { expect, type Page, test } from '@playwright/test';
import { denseTrace } from '@/lib/trace/testing/dense-trace';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

const PAGE = '/timeline/';
const SAMPLE = '/timeline/#run=samples/rush-hour';

const lanes = (page: Page) => page.getByRole('group', { name: /^Lanes/ });
const playhead = (page: Page) => page.getByRole('slider', { name: 'Playhead' });
const spansInSight = async (page: Page) => Number(await lanes(page).getAttribute('data-spans'));

async function openText(page: Page, name: string, text: string) {
  await page
    .getByLabel('Trace file')
    .setInputFiles({ name, mimeType: 'application/json', buffer: Buffer.from(text) });
}

test('the sample is opened, and every request of it is there', async ({ page }) => {
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^0 of/);
  await expect(page.getByText(/^48 requests · /)).toBeVisible();
  await page.getByRole('button', { name: 'Each of the requests 11 – 20' }).click();
  await expect(lanes(page).getByText('Request 14', { exact: true })).toBeVisible();
});

test('a trace is saved as a file, and the file is opened as the same run', async ({ page }) => {
  await page.goto(SAMPLE);
  await expect(playhead(page)).toBeVisible();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save the trace as a file' }).click();
  const file = await (await download).path();
  await page.goto(PAGE);
  await page.getByLabel('Trace file').setInputFiles(file);
  await expect(page.getByText(/^48 requests · /)).toBeVisible();
});

test('a file that is no sound trace is refused with the reason and the line', async ({ page }) => {
  await page.goto(PAGE);
  await openText(page, 'notes.json', '{"schema": 1,\n "duration": "long"}');
  const status = page.getByRole('status').filter({ hasText: 'notes.json was not opened' });
  await expect(status).toContainText('does not fit the schema');
  await expect(status).toContainText(/Line \d+, column \d+/);
  await openText(page, 'broken.json', '{"schema":');
  await expect(page.getByText(/broken\.json was not opened.*not JSON/)).toBeVisible();
  const trace = denseTrace(3, 2);
  const events = trace.events.map((event) => (event.kind === 'wake' ? { ...event, cause: null } : event));
  await openText(page, 'false.json', JSON.stringify({ ...trace, events }, null, 1));
  await expect(page.getByText(/false\.json was not opened.*has no cause/)).toBeVisible();
  await expect(playhead(page)).toHaveCount(0);
});

test('a link leads whoever has it to the same moment, window and selection', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(SAMPLE);
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  await lanes(page).focus();
  for (const key of ['PageDown', 'PageDown', 'PageDown', 'w', 'w', 'd', '.', '.']) {
    await page.keyboard.press(key);
  }
  const selected = await page.getByRole('group', { name: 'Selected' }).textContent();
  const value = await playhead(page).getAttribute('aria-valuetext');
  const edge = await page.getByRole('slider', { name: 'Start of the window' }).getAttribute('aria-valuetext');
  await page.getByRole('button', { name: 'Copy link' }).click();
  await expect(page.getByText('Link copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());

  const other = await context.newPage();
  await other.goto(link);
  await expect(playhead(other)).toHaveAttribute('aria-valuetext', value ?? '');
  await expect(other.getByRole('group', { name: 'Selected' })).toHaveText(selected ?? '');
  await expect(other.getByRole('slider', { name: 'Start of the window' })).toHaveAttribute(
    'aria-valuetext',
    edge ?? '',
  );
});

test('a broken link is ignored with a notice', async ({ page }) => {
  for (const hash of ['#run=samples/rush-hour&at=soon', '#run=samples/no-such-run', '#anything']) {
    // From elsewhere, as whoever follows a link.
    await page.goto('about:blank');
    await page.goto(`${PAGE}${hash}`);
    await expect(page.getByText(/cannot be understood and was ignored/)).toBeVisible();
    await expect(playhead(page)).toHaveCount(0);
  }
});

test('pictures show what is looked at, in plain SVG and PNG', async ({ page }) => {
  await page.goto(SAMPLE);
  const save = async (name: string) => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    return readFile(await (await download).path());
  };
  const svg = (await save('Save the picture as SVG')).toString();
  expect(svg.slice(0, 40)).toBe('<svg xmlns="http://www.w3.org/2000/svg" ');
  expect(/var\(|oklab|light-dark/.exec(svg)).toBeNull();
  expect(svg.includes('>Event loop</text>') && svg.includes('11 – 20 · 1 blocking')).toBe(true);
  const problem = await page.evaluate(
    (text) =>
      new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror')?.textContent,
    svg,
  );
  expect(problem).toBeUndefined();
  const png = await save('Save the picture as PNG');
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  expect(png.readUInt32BE(16)).toBeGreaterThan(2000);
});

test('search walks from hit to hit, and an empty one offers the way out', async ({ page }) => {
  await page.goto(SAMPLE);
  const field = page.getByRole('searchbox', { name: 'Search' });
  await field.fill('LookupError');
  await expect(page.getByText(/^0 of \d+$/)).toBeVisible();
  await field.press('Enter');
  await expect(page.getByText(/^1 of \d+$/)).toBeVisible();
  await expect(lanes(page).getByText('Request 29', { exact: true })).toBeVisible();
  await field.fill('no such words');
  await expect(page.getByText('Nothing found.')).toBeVisible();
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(field).toHaveValue('');
});

test('a filter says what it hides, and shows all again', async ({ page }) => {
  await page.goto(SAMPLE);
  await page.getByRole('button', { name: 'Filter' }).click();
  await page.getByRole('button', { name: 'Blocked the loop' }).click();
  await expect(
    page.getByText(/^2 of 48 requests shown, 46 hidden by the filter\..*count every one/),
  ).toBeVisible();
  await expect(page.getByRole('list', { name: 'What blocked the loop' }).getByRole('listitem')).toHaveCount(
    2,
  );
  await page.getByRole('textbox', { name: 'Only requests' }).fill('nobody');
  await expect(page.getByText(/^None of the 48 requests/)).toBeVisible();
  await page.getByRole('button', { name: 'Show all' }).click();
  await expect(lanes(page).getByText('1 – 10')).toBeVisible();
});

test('more spans than elements can carry are painted, and still selected by keyboard', async ({ page }) => {
  await page.goto(PAGE);
  await openText(page, 'dense.json', JSON.stringify(denseTrace(40, 84)));
  await expect(lanes(page).getByRole('img', { name: /^The marks of these rows/ })).toBeVisible();
  await expect.poll(() => spansInSight(page)).toBeGreaterThan(2000);
  await expect(lanes(page).getByRole('img', { name: /^Who holds the event loop/ })).toBeVisible();
  await lanes(page).press('.');
  await expect(page.getByRole('group', { name: 'Selected' })).toContainText('Request 1');
  // Near enough, they are elements again.
  for (let presses = 0; presses < 12; presses += 1) await lanes(page).press('w');
  await expect(lanes(page).getByRole('img')).toHaveCount(0);
  await expect.poll(() => spansInSight(page)).toBeLessThan(400);
});

test('what is painted on the screen is printed as elements, which are sharp on paper', async ({ page }) => {
  await page.goto(PAGE);
  await openText(page, 'dense.json', JSON.stringify(denseTrace(14, 40)));
  await expect(lanes(page).getByRole('img').first()).toBeVisible();
  await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
  await expect(lanes(page).getByRole('img')).toHaveCount(0);
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
  await expect(lanes(page).getByRole('img')).toHaveCount(2);
});

test('on paper a run has its picture, its moment and its load, and nothing to press', async ({ page }) => {
  await page.goto(SAMPLE);
  await page.getByRole('button', { name: 'Load and totals' }).click();
  await lanes(page).press('.');
  await expect(page.getByRole('group', { name: 'Selected' })).toBeVisible();
  await expect(page.getByRole('img', { name: /^Requests in flight over time/ })).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  const run = page.getByRole('group', { name: 'Timeline of the run' });
  for (const kept of [
    lanes(page),
    page.getByRole('group', { name: 'Now, at the playhead' }),
    page.getByRole('img', { name: /^Requests in flight over time/ }),
    page.getByRole('term').filter({ hasText: 'Longest hold' }),
  ]) {
    await expect(kept).toBeVisible();
  }
  await expect(page.getByRole('group', { name: 'The whole run' })).toBeHidden();
  await expect(run.getByRole('slider')).toHaveCount(0);
  const pressed = await run.getByRole('button').evaluateAll((buttons) => buttons.map((own) => own.ariaLabel));
  // Only the folds of the rows are left, which say what they hold.
  expect(pressed.filter((label) => !/^(Layers of|Each of)/.test(label ?? ''))).toEqual([]);
  const clipped = await lanes(page).evaluate((own) => own.scrollHeight - own.clientHeight);
  expect(clipped).toBeLessThanOrEqual(1);
});

for (const width of [375, 1280]) {
  test(`nothing moves while a link opens its run, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.addInitScript(() => {
      const shifts: number[] = [];
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
      Object.assign(window, { shifts });
    });
    await page.goto(SAMPLE);
    await expect(lanes(page)).toBeVisible();
    await page.waitForLoadState('networkidle');
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });
}

test('wheel and pointer do what keys and buttons do', async ({ page }) => {
  await page.goto(SAMPLE);
  await page.getByRole('button', { name: 'Time', exact: true }).click();
  const start = page.getByRole('slider', { name: 'Start of the window' });
  const end = page.getByRole('slider', { name: 'End of the window' });
  await expect(start).toBeVisible();
  await lanes(page).evaluate((element) => element.scrollIntoView({ block: 'center' }));
  const box = await lanes(page).boundingBox();
  if (!box) throw new Error('the lanes stand nowhere');
  const [middle, low] = [box.x + box.width * 0.6, box.y + 200];
  await page.mouse.move(middle, low);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -200);
  await page.keyboard.up('Control');
  await expect(start).not.toHaveAttribute('aria-valuetext', '0 ms');
  const before = Number(await start.inputValue());
  await page.mouse.down();
  await page.mouse.move(middle + 150, low, { steps: 4 });
  await page.mouse.up();
  expect(Number(await start.inputValue())).toBeLessThan(before);
  // A drag is no click: the playhead has not been touched.
  await expect(playhead(page)).toHaveAttribute('aria-valuetext', /^0 of/);
  const length = Number(await end.inputValue()) - Number(await start.inputValue());
  await page.mouse.move(middle - 200, box.y + 12);
  await page.mouse.down();
  await page.mouse.move(middle, box.y + 12, { steps: 4 });
  await page.mouse.up();
  expect(Number(await end.inputValue()) - Number(await start.inputValue())).toBeLessThan(length / 2);
});

for (const width of [375, 1280]) {
  test(`axe finds nothing with every tool in use, ${width} px`, async ({ page }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width, height: 800 });
    await page.goto(SAMPLE);
    const tools = page.getByRole('button', { name: 'Tools' });
    if ((await tools.getAttribute('aria-expanded')) === 'false') await tools.click();
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByRole('searchbox', { name: 'Search' }).fill('report');
    await page.getByRole('button', { name: 'Next hit' }).click();
    await lanes(page).press('.');
    await lanes(page).press('w');
    await expect(page.getByRole('slider', { name: 'Start of the window' })).toBeVisible();
    await page.getByText('How to read this').click();
    expect.soft(await axeFindingsInBothThemes(page)).toEqual([]);
    expect.soft(await sidewaysScroll(page)).toBe(0);
    const small = await page
      .getByRole('group', { name: 'Timeline of the run' })
      .getByRole('button')
      .evaluateAll((buttons) =>
        buttons
          .map((button) => button.getBoundingClientRect())
          .filter((place) => place.width > 0 && (place.width < 24 || place.height < 24)),
      );
    expect(small).toEqual([]);
  });
}

test('full screen shows the tools and gives the lanes the room', async ({ page }) => {
  await page.goto(SAMPLE);
  await expect(playhead(page)).toBeVisible();
  const before = (await lanes(page).boundingBox())?.width ?? 0;
  await page.getByRole('button', { name: 'Full screen' }).click();
  await expect(page.getByRole('button', { name: 'Leave full screen' })).toBeVisible();
  expect((await lanes(page).boundingBox())?.width ?? 0).toBeGreaterThan(before);
  await page.getByRole('button', { name: 'Leave full screen' }).click();
  await expect(page.getByRole('button', { name: 'Full screen' })).toBeVisible();
});
