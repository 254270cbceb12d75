/** A run as somebody meets it who sees nothing and uses no pointer: names, roles, values and announcements. */
import { expect, type Page, test } from '@playwright/test';
import { inWords, ScreenReader } from '@/tests/support/screen-reader';

/** Three requests, two of which block the loop; the trace is the lesson's own. */
const RUN = '/timeline/#run=mixing-sync-and-async/blocking-in-a-coroutine';
const LESSON = '/learn/mixing-sync-and-async/';

async function open(page: Page): Promise<ScreenReader> {
  await page.goto(RUN);
  await expect(page.getByRole('group', { name: 'Timeline of the run' })).toBeVisible();
  const reader = await ScreenReader.start(page);
  await page.getByRole('button', { name: 'Timeline', exact: true }).focus();
  return reader;
}

test('Tab leads through a run in the order in which it is read', async ({ page }) => {
  const reader = await open(page);
  expect(inWords(await reader.focus())).toBe('button Timeline pressed');
  const passed = await reader.tabTo('button', 'Load and totals');
  expect(passed.map(inWords)).toEqual([
    'button Story',
    'button Steps pressed',
    'button Time',
    'button Zoom in',
    'button Tools expanded',
    'checkbox Django’s own steps too',
    'searchbox Search',
    'button Filter collapsed',
    'combobox Go to a hold of the loop collapsed',
    'button Copy link',
    'button Save the picture as SVG',
    'button Save the picture as PNG',
    'button Save the trace as a file',
    'button Full screen',
    'group Lanes of the event loop, the requests and the threads. Arrow keys step, W and S zoom, A and D move along, comma and full stop walk from mark to mark.',
    'button Layers of request A expanded',
    'button Layers of request B expanded',
    'button Layers of request C expanded',
    'button Earlier',
    'slider Start of the window',
    'slider End of the window',
    'button Later',
    'button Previous hand-over of the loop',
    'button Step back',
    'button Play',
    'button Step forward',
    'button Next hand-over of the loop',
    'slider Playhead',
    'combobox Speed collapsed',
    'button Show: Request A held the loop for 150 ms at line 9 of middleware.py. Requests B and C were ready and waited 130 and 100 ms.',
    'button Show: Request B held the loop for 150 ms at line 9 of middleware.py. Request C was ready and waited 150 ms.',
    'button Load and totals collapsed',
  ]);
});

test('the playhead speaks, and each step says what happens', async ({ page }) => {
  const reader = await open(page);
  await reader.tabTo('slider', 'Playhead');
  expect((await reader.focus()).value).toMatch(/^0 of 301 ms/);
  const steps = [
    ['ArrowRight', 'The loop is handed to request A.', /^0 of 301 ms, loop held by request A/],
    ['ArrowRight', 'Request A goes in through licence.', /loop held by request A, licence/],
    ['PageDown', 'The loop is handed to request B.', /^150 of 301 ms, loop held by request B/],
    ['PageUp', 'The loop is handed to request A.', /^0 of 301 ms, loop held by request A/],
    ['End', 'Request C gives the loop back.', /^301 of 301 ms/],
    ['Home', 'Request A arrives: GET /report.', /^0 of 301 ms/],
  ] as const;
  for (const [key, sentence, value] of steps) {
    const spoken = await reader.press(key);
    expect(spoken.role).toBe('slider');
    expect(spoken.value).toMatch(value);
    await expect.poll(() => reader.lastAnnouncement()).toBe(sentence);
  }
  // The now panel holds the same moment, to be read at leisure.
  await page.getByRole('button', { name: /^Show: Request B held the loop/ }).press('Enter');
  const now = page.getByRole('group', { name: 'Now, at the playhead' });
  await expect(now.getByRole('definition').first()).toContainText('Blocked by Request B');
  await expect(now.getByRole('definition').nth(1)).toContainText('Request C since 150 ms');
});

test('while it plays nothing is announced; when it stops, the moment is', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const reader = await open(page);
  await reader.tabTo('button', 'Play');
  const spoken = await reader.press('Space');
  expect(spoken.name).toBe('Pause');
  const playhead = page.getByRole('slider', { name: 'Playhead' });
  await expect(playhead).not.toHaveAttribute('aria-valuetext', /^0 of/);
  expect(await reader.announcements()).toEqual([]);
  await page.getByRole('button', { name: 'Pause' }).press('Space');
  await page.getByRole('button', { name: 'Step forward' }).press('Enter');
  await expect.poll(() => reader.announcements()).not.toEqual([]);
});

test('marks are walked by keys, and each selection is announced with why the request went on', async ({
  page,
}) => {
  const reader = await open(page);
  await reader.tabTo('group', /^Lanes/);
  await reader.press('.');
  await expect.poll(() => reader.announcements()).toContainEqual(expect.stringMatching(/^Request A: /));
  for (const key of ['j', 'j', 'j']) await reader.press(key);
  await expect
    .poll(() => reader.announcements())
    .toContainEqual(expect.stringMatching(/^Request B: .*ready.* Goes on 130 ms later\.$/));
  await reader.press('Escape');
  await expect(page.getByRole('group', { name: 'Selected' })).toHaveCount(0);
});

test('the story is a table whose rows lead to their moments', async ({ page }) => {
  const reader = await open(page);
  await reader.tabTo('button', 'Story');
  expect(inWords(await reader.press('Enter'))).toBe('button Story pressed');
  const table = page.getByRole('table', { name: /^Every event of the run in order/ });
  await expect(table.getByRole('columnheader').first()).toHaveText('Time');
  const rows = await table.getByRole('row').count();
  expect(Number(await table.getAttribute('aria-rowcount'))).toBe(rows);
  await reader.tabTo('button', /^Go to 300 ms: Request B reaches the view\.$/, 60);
  await reader.press('Enter');
  await expect(table.getByRole('row', { name: /Request B reaches the view/ })).toHaveAttribute(
    'aria-current',
    'step',
  );
  await expect.poll(() => reader.lastAnnouncement()).toBe('Request B reaches the view.');
});

test('two runs compared speak for both', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(LESSON);
  const reader = await ScreenReader.start(page);
  await page.getByRole('button', { name: 'Play both runs' }).press('Enter');
  await expect(page.getByRole('group', { name: 'Recorded runs' })).toBeFocused();
  expect(inWords(await reader.focus())).toBe('group Recorded runs');
  const passed = await reader.tabTo('slider', 'Playhead of both runs');
  const names = passed.map(inWords);
  expect(names).toContain('button Time pressed');
  expect(names.filter((name) => name.startsWith('group Lanes'))).toHaveLength(2);
  expect((await reader.press('End')).value).toMatch(/^The run before: .*\. The run after: (\d+) of \1 ms/);
  const comparison = page.getByRole('group', { name: 'Two runs compared' });
  await expect(
    comparison.getByRole('table', { name: 'Latency and hops of each request' }).getByRole('rowheader').last(),
  ).toHaveText('Request C');
});
