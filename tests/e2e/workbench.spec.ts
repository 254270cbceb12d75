/** The main job on real input: edit middleware in a lesson, run it on real Django, and be told what it did. */
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { axeFindings, sidewaysScroll } from '../support/axe';

const LESSON = '/learn/simple-async-middleware/';

const UNIT = 'content/simple-async-middleware';
const readJson = (file: string) => JSON.parse(readFileSync(`${UNIT}/${file}`, 'utf8'));
const EXAMPLE: string = readJson('examples/first-layer/scenario.json').title;
/** What the example's settings call the layer, in `middleware.py`. */
const LAYER: string = readJson('examples/first-layer/scenario.json').layers[0].split('.')[1];
const EXERCISE: string = readJson('exercise/exercise.json').title;

/** A first run fetches and boots the interpreter. */
const RUN = { timeout: 60_000 };

const IMPORTS =
  'import asyncio\nimport time\n\nfrom django.utils.decorators import async_only_middleware\n\n\n';

/** The lesson's layer with this inner function. Its first line is line 10 of `middleware.py`. */
function layer(body: string, { decorator = '@async_only_middleware', factory = 'def' } = {}): string {
  const lines = body.split('\n').map((line) => `        ${line}\n`);
  return `${IMPORTS}${decorator}\n${factory} ${LAYER}(get_response):\n    async def middleware(request):\n${lines.join('')}    return middleware\n`;
}
const ANSWER = 'response = await get_response(request)\nreturn response';

/** The lesson's first example, in the plain editor, which a test can fill. */
async function openBench(page: Page): Promise<Locator> {
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
  await page.goto(LESSON, { waitUntil: 'networkidle' });
  return page.getByRole('figure').filter({ hasText: EXAMPLE }).first();
}

const editor = (bench: Locator) => bench.getByRole('textbox', { name: 'middleware.py, code editor' });

async function write(bench: Locator, source: string): Promise<void> {
  // A click before the page has come alive opens nothing: click until it does.
  await expect(async () => {
    if (!(await editor(bench).isVisible())) await bench.locator('[role="tabpanel"] pre').click();
    await expect(editor(bench)).toBeVisible({ timeout: 1000 });
  }).toPass();
  await editor(bench).fill(source);
}

/** Presses Run for the nth time and waits for its result, whatever it is. */
async function run(bench: Locator, nth = 1): Promise<void> {
  await bench.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(bench.getByText(new RegExp(`^Run ${nth}: `))).toBeVisible(RUN);
}

test('a cold lesson runs real Django, on this origin alone, and nothing of it before the learner asks', async ({
  page,
  baseURL,
}) => {
  const asked: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  const bench = await openBench(page);
  expect(asked.filter((url) => /runtime|monaco|pyodide/i.test(url))).toEqual([]);

  await run(bench);
  await expect(bench.getByText(/^Run \d: 3 × 200\./)).toBeVisible();
  await expect(bench.getByRole('group', { name: 'Timeline of the run' })).toBeVisible();
  const output = bench.getByRole('region', { name: 'Output' });
  for (const request of ['A', 'B', 'C'])
    await expect(output.getByText(`request ${request}`).first()).toBeAttached();
  await expect(bench.getByRole('region', { name: 'Responses' }).getByRole('listitem')).toHaveCount(3);
  expect(complaints).toEqual([]);
  const origin = new URL(baseURL ?? '').origin;
  expect(asked.filter((url) => url.startsWith('http') && !url.startsWith(origin))).toEqual([]);
});

test('blocking in the layer holds up everybody; awaiting instead lets them overlap', async ({ page }) => {
  const bench = await openBench(page);
  await write(bench, layer(`time.sleep(0.2)\n${ANSWER}`));
  await run(bench);
  const blocking = bench.getByRole('list', { name: 'What blocked the loop' }).getByRole('listitem');
  await expect(blocking).toHaveCount(3);
  await expect(blocking.first()).toContainText(
    /Request A held the loop for 200 ms at line 10 of middleware\.py\. Requests B and C were ready and waited/,
  );

  await write(bench, layer(`await asyncio.sleep(0.2)\n${ANSWER}`));
  await expect(bench.getByText('You edited the code since')).toBeVisible();
  await run(bench, 2);
  await expect(bench.getByText(/^Run \d: 3 × 200\./)).toBeVisible();
  await expect(blocking).toHaveCount(0);
});

const mistakes: readonly {
  readonly what: string;
  readonly source: string;
  readonly title: RegExp;
  readonly line: number | null;
}[] = [
  {
    what: 'a missing await',
    source: layer('response = get_response(request)\nreturn response'),
    title: /An await is missing/,
    line: 10,
  },
  {
    what: 'a syntax error',
    source: layer('response = await get_response(request\nreturn response'),
    title: /Python cannot read this line/,
    line: 10,
  },
  {
    what: 'an exception in the layer',
    source: layer("raise ValueError('boom')"),
    title: /ValueError was raised/,
    line: 10,
  },
  {
    what: 'a layer that returns None',
    source: layer('response = await get_response(request)\nprint(response)'),
    title: /A layer returned None instead of the response/,
    line: 11,
  },
  {
    what: 'an async def factory',
    source: layer(ANSWER, { decorator: '', factory: 'async def' }),
    title: new RegExp(`The factory ${LAYER} is async def`),
    line: 8,
  },
  {
    what: 'an endless loop',
    source: layer('while True: pass'),
    title: /This loop does not seem to end/,
    line: 10,
  },
  {
    what: 'a layer that waits for ever',
    source: layer(`await asyncio.Event().wait()\n${ANSWER}`),
    title: /Nothing can go on/,
    line: 10,
  },
  {
    what: 'a name that the settings do not find',
    source: layer(ANSWER).replaceAll(`${LAYER}(`, `${LAYER}r(`),
    title: new RegExp(`middleware\\.py has no ${LAYER}`),
    line: 1,
  },
];

for (const { what, source, title, line } of mistakes) {
  test(`${what} is told in plain words at its line, and the next run works`, async ({ page }) => {
    const bench = await openBench(page);
    await write(bench, source);
    await run(bench);
    const problems = bench.getByRole('list', { name: 'Problems' });
    await expect(problems.getByText(title)).toBeVisible();
    const link = problems.getByRole('button', { name: `line ${line} of middleware.py` });
    await expect(link.first()).toBeVisible();

    await write(bench, layer(ANSWER));
    await run(bench, 2);
    await expect(bench.getByText(/^Run \d: 3 × 200\./)).toBeVisible();
    await expect(problems).toHaveCount(0);
  });
}

test('what was typed is there after a reload, and Reset can be undone', async ({ page }) => {
  const bench = await openBench(page);
  await write(bench, `${layer(ANSWER)}# mine\n`);
  await expect(bench.getByText('The run as recorded, before your edits')).toBeVisible();
  await page.reload();
  await expect(bench.getByRole('tabpanel').first()).toContainText('# mine');

  await bench.getByRole('button', { name: 'Reset' }).click();
  await expect(bench.getByRole('tabpanel').first()).not.toContainText('# mine');
  await bench.getByRole('button', { name: 'Undo reset' }).click();
  await expect(bench.getByRole('tabpanel').first()).toContainText('# mine');
});

test('two tabs share one draft, and neither loses what the other replaced', async ({ page, context }) => {
  const bench = await openBench(page);
  const code = (own: Locator) => own.getByRole('tabpanel').first();
  await write(bench, `${layer(ANSWER)}# mine\n`);
  await editor(bench).blur();
  const other = await context.newPage();
  const theirs = await openBench(other);
  await theirs.scrollIntoViewIfNeeded();
  await expect(code(theirs)).toContainText('# mine');
  await theirs.getByRole('button', { name: 'Reset' }).click();
  await expect(code(bench)).not.toContainText('# mine');
  await bench.getByRole('button', { name: 'Undo the change from another tab' }).click();
  await expect(code(theirs)).toContainText('# mine');
});

test('a click into the code before the page is alive opens the editor there', async ({ page }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
  await page.route('**/*.js', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(LESSON, { waitUntil: 'commit' });
  const bench = page.getByRole('figure').filter({ hasText: EXAMPLE }).first();
  await bench.locator('[role="tabpanel"] .line').filter({ hasText: 'await get_response' }).click();
  release();
  await expect(editor(bench)).toBeFocused();
});

test('a recorded run is played, stepped and read by keyboard, and marks the lines it is at', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const bench = await openBench(page);
  await bench.getByRole('button', { name: 'Play this run' }).click();
  const player = bench.getByRole('group', { name: 'Recorded run' });
  await expect(player).toBeFocused();
  const slider = player.getByRole('slider', { name: 'Playhead' });
  await slider.focus();
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', /^200 of 200 ms/);
  await page.keyboard.press('Home');
  await expect(slider).toHaveAttribute('aria-valuetext', /^0 of 200 ms/);
  await expect(slider).toBeFocused();
  for (let handOver = 0; handOver < 4; handOver += 1) await page.keyboard.press('PageDown');
  await expect(slider).toHaveAttribute('aria-valuetext', /^120 of 200 ms, loop held by request A/);
  // The view of B and C waits at its await, and so does the layer above it.
  await expect(bench.locator('[role="tabpanel"] [data-kind="suspended"]').first()).toBeVisible();

  await player.getByRole('button', { name: 'Story' }).click();
  await expect(player.getByRole('table')).toContainText('Request B suspends at an await');
});

test('a click on a line shows what happened there', async ({ page }) => {
  const bench = await openBench(page);
  await run(bench);
  const line = bench.getByRole('button', { name: /^Line \d+: show what happens here/ });
  await line.last().click();
  await expect(bench.locator('[role="tabpanel"] [data-kind]').first()).toBeVisible();
});

test('the full editor takes over where there is a keyboard, without moving anything', async ({ page }) => {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.goto(LESSON, { waitUntil: 'networkidle' });
  const bench = page.getByRole('figure').filter({ hasText: EXAMPLE }).first();
  const button = bench.getByRole('button', { name: 'Run', exact: true });
  const top = () => button.evaluate((element) => element.getBoundingClientRect().top + window.scrollY);
  const before = await top();
  // Run can be pressed: the page is alive, and a click into the code opens it.
  await expect(button).toBeEnabled();
  await bench.locator('[role="tabpanel"] .line').filter({ hasText: 'await get_response' }).click();
  await expect(bench.locator('.monaco-editor')).toBeVisible(RUN);
  expect(await top()).toBe(before);

  // Tab leaves until something is typed; then it indents, until Escape.
  const field = bench.getByRole('textbox', { name: /^middleware\.py, code editor/ });
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await expect(field).toBeFocused();
  await page.keyboard.press('End');
  await page.keyboard.type('; __import__("time").sleep(0.1)');
  await page.keyboard.press('Tab');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(field).not.toBeFocused();
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.press('Control+Enter');
  await expect(bench.getByRole('list', { name: 'What blocked the loop' })).toBeVisible(RUN);
  expect(complaints).toEqual([]);
});

test('what is typed while the full editor is being made stands in it, in order', async ({ page }) => {
  await page.goto(LESSON, { waitUntil: 'networkidle' });
  const bench = page.getByRole('figure').filter({ hasText: EXAMPLE }).first();
  await expect(bench.getByRole('button', { name: 'Run', exact: true })).toBeEnabled();
  await bench.locator('[role="tabpanel"] .line').filter({ hasText: 'await get_response' }).click();
  await expect(bench.getByRole('textbox', { name: /^middleware\.py, code editor/ }).first()).toBeFocused();
  await page.keyboard.press('End');
  // Slower than the editor is made, so that it takes the keys over somewhere in the middle.
  const remark = '  # 123456789 123456789 123456789 123456789 123456789';
  await page.keyboard.type(remark, { delay: 40 });
  await expect(bench.locator('.monaco-editor')).toBeVisible(RUN);
  await expect(bench.locator('textarea[data-coloured]')).toHaveCount(0);
  await expect(bench.locator('.view-lines')).toContainText(
    `await get_response(request)${remark}`.replaceAll(' ', '\u00a0'),
  );
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 740 }, hasTouch: true, isMobile: true });

  test('an exercise is worked with a finger: a plain field, hints, the solution and the way back', async ({
    page,
  }) => {
    await page.goto(LESSON);
    const exercise = page.getByRole('region', { name: EXERCISE });
    await exercise.locator('[role="tabpanel"] .line').first().tap();
    await expect(exercise.getByRole('textbox', { name: 'layer_1.py, code editor' })).toBeFocused();

    await exercise.getByRole('button', { name: /^Show a hint/ }).tap();
    await expect(exercise.getByRole('region', { name: 'Hints' }).getByRole('listitem')).toHaveCount(1);
    await exercise.getByRole('button', { name: 'Show the solution' }).tap();
    await exercise.getByRole('button', { name: 'Show the solution' }).tap();
    await expect(exercise.getByRole('region', { name: 'Solution' })).toBeFocused();
    await exercise.getByRole('button', { name: 'Put it in the editor' }).tap();
    await expect(exercise.getByText('yours is the same, line for line')).toBeVisible();
    await exercise.getByRole('button', { name: 'Undo solution' }).tap();
    await expect(exercise.getByRole('button', { name: 'Put it in the editor' })).toBeVisible();
    const sideways = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(sideways).toBeLessThanOrEqual(0);
  });
});

test('the exercise says what each check saw, and passes with the solution', async ({ page }) => {
  await openBench(page);
  const exercise = page.getByRole('region', { name: EXERCISE });
  await expect(page.getByText(/^Left in this unit:.*the exercise to pass/)).toBeVisible();
  await exercise.getByRole('button', { name: 'Run and check' }).click();
  const checks = exercise.getByRole('list', { name: 'Checks' });
  await expect(checks.getByText('Failed:').first()).toBeAttached(RUN);

  await exercise.getByRole('button', { name: 'Show the solution' }).click();
  await exercise.getByRole('button', { name: 'Show the solution' }).click();
  await exercise.getByRole('button', { name: 'Put it in the editor' }).click();
  await exercise.getByRole('button', { name: 'Run and check' }).click();
  await expect(exercise.getByText('Every check holds')).toBeVisible(RUN);
  await expect(checks.getByText('Failed:')).toHaveCount(0);
  await expect(page.getByText(/^Left in this unit: \d+ questions to answer\.$/)).toBeVisible();
});

test('axe finds nothing in a workbench that has run, and nothing runs off the side', async ({ page }) => {
  test.slow();
  await page.setViewportSize({ width: 375, height: 800 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const bench = await openBench(page);
  await write(bench, layer("raise ValueError('boom')"));
  await run(bench);
  await expect(bench.getByRole('list', { name: 'Problems' })).toBeVisible();
  for (const width of [375, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    expect.soft(await axeFindings(page, { within: 'figure' }), `${width} px`).toEqual([]);
    expect.soft(await sidewaysScroll(page), `${width} px`).toBe(0);
  }
});
