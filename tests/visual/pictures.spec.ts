/**
 * Pictures of key states, compared with those in `pictures/`, in both themes, on a phone and on a desk. Parts of pages
 * and not whole pages, in pinned fonts, so that a picture depends on what it shows and on little else.
 * `npm run e2e -- tests/visual --update-snapshots` takes them anew; look at each before you commit it.
 */
import { expect, type Locator, type Page, test } from '@playwright/test';
import { BROWSER_ARGUMENTS, browserExecutable } from '../../scripts/browser.mjs';
import { offerPinnedFonts, PLAIN_LETTERS, setInPinnedFonts } from '../support/pinned-fonts';

const LESSON = '/learn/simple-async-middleware/';
const RUN = '/timeline/#run=mixing-sync-and-async/blocking-in-a-coroutine';

const LOOKS = {
  'light, 1280': { colorScheme: 'light', width: 1280 },
  'dark, 1280': { colorScheme: 'dark', width: 1280 },
  'light, 375': { colorScheme: 'light', width: 375 },
  'dark, 375': { colorScheme: 'dark', width: 375 },
} as const;
type Look = keyof typeof LOOKS;

/** Away with what lies over a picture as it is scrolled or focused, and with a sign that the pinned fonts lack. */
const STILL = `.sticky { position: static !important; }
a[href="#content"], [class*="handle"] { display: none; }`;

const executablePath = browserExecutable();
test.use({
  launchOptions: {
    ...(executablePath === null ? {} : { executablePath }),
    args: [...BROWSER_ARGUMENTS, ...PLAIN_LETTERS],
  },
  contextOptions: { reducedMotion: 'reduce' },
});

async function look(page: Page, name: Look): Promise<void> {
  const { colorScheme, width } = LOOKS[name];
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.setViewportSize({ width, height: 800 });
}

async function open(page: Page, address: string, first: Look): Promise<void> {
  await look(page, first);
  await offerPinnedFonts(page);
  await page.goto(address, { waitUntil: 'networkidle' });
  await setInPinnedFonts(page);
  await page.addStyleTag({ content: STILL });
}

/**
 * Measured on one machine: with other fonts installed no pixel differs by so much, and a button that moved by three pixels
 * makes at least 480. Colours have tests of their own (`palette.test.ts`).
 */
const TOLERANCE = { threshold: 0.2, maxDiffPixels: 250 };

/** Puts a part on a whole pixel: how high the page above it is shall not show in its letters. */
const align = (part: Locator) =>
  part.evaluate((element) => {
    const { style } = document.documentElement;
    style.paddingTop = '0px';
    const top = element.getBoundingClientRect().top + window.scrollY;
    style.paddingTop = `${Math.ceil(top) - top}px`;
  });

/** Compares a part of the page with its picture, in each of these looks. */
async function compare(page: Page, part: Locator, name: string, looks: readonly Look[]): Promise<void> {
  for (const each of looks) {
    await look(page, each);
    await align(part);
    await expect(part).toHaveScreenshot(`${name}-${each.replace(', ', '-')}.png`, TOLERANCE);
  }
}

test('the landing page greets', async ({ page }) => {
  await open(page, '/', 'light, 1280');
  const hero = page.getByRole('region', { name: 'See what your middleware waits for.' });
  await compare(page, hero, 'landing', ['light, 1280']);
  await compare(page, hero.locator('> div').first(), 'landing-words', ['dark, 375']);
});

test('a lesson begins, and a question is answered', async ({ page }) => {
  await open(page, LESSON, 'light, 1280');
  const top = page.getByRole('article').locator('header').first();
  await compare(page, top, 'lesson-top', ['light, 1280', 'dark, 375']);

  const question = page.locator('[data-question="must-the-next-layer-be-awaited"]');
  await question.getByRole('radio', { name: /Django awaits whatever/ }).check();
  await question.getByRole('radio', { name: 'Not sure' }).check();
  await question.getByRole('button', { name: 'Commit' }).click();
  await expect(question.getByText('Not so.')).toBeVisible();
  await compare(page, question.locator('> div').first(), 'question-answered', ['light, 375', 'dark, 1280']);
});

test('a timeline shows steps, a selection, time, its load and its story', async ({ page }) => {
  await open(page, RUN, 'light, 1280');
  const timeline = page.getByRole('group', { name: 'Timeline of the run' });
  const press = (name: string) => timeline.getByRole('button', { name, exact: true }).click();
  await expect(timeline).toBeVisible();
  await compare(page, timeline, 'timeline-steps', ['light, 1280', 'dark, 375']);
  await look(page, 'dark, 1280');
  await press('Next hand-over of the loop');
  await press('Time');
  await compare(page, timeline, 'timeline-time', ['dark, 1280']);
  await compare(page, timeline.getByRole('group', { name: /^Lanes/ }), 'timeline-lanes', ['light, 375']);
  await look(page, 'light, 1280');
  await press('Load and totals');
  const load = page.getByRole('group', { name: 'Load and totals' });
  await expect(load).toBeVisible();
  await compare(page, load, 'timeline-load', ['light, 1280']);
  await press('Story');
  const story = page.getByRole('table', { name: /^Every event/ });
  await expect(story).toBeVisible();
  await compare(page, story, 'timeline-story', ['dark, 1280']);
});

test('a run that fails tells its problem', async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem('await-points:editor', 'plain'));
  await open(page, LESSON, 'light, 1280');
  const bench = page
    .getByRole('figure')
    .filter({ has: page.getByRole('button', { name: 'Run', exact: true }) })
    .first();
  const editor = bench.getByRole('textbox', { name: 'middleware.py, code editor' });
  // A click before the page has come alive opens nothing: click until it does.
  await expect(async () => {
    if (!(await editor.isVisible())) await bench.locator('[role="tabpanel"] pre').click();
    await expect(editor).toBeVisible({ timeout: 1000 });
  }).toPass();
  await editor.fill((await editor.inputValue()).replace('await get_response', 'get_response'));
  await bench.getByRole('button', { name: 'Run', exact: true }).click();
  const problems = bench.getByRole('list', { name: 'Problems' });
  await expect(problems).toBeVisible({ timeout: 60_000 });
  await compare(page, problems, 'failed-run', ['light, 1280', 'dark, 375']);
});

test('the playground has a stack and its requests', async ({ page }) => {
  await open(page, '/playground/', 'light, 1280');
  const stack = page.getByRole('region', { name: 'The stack' });
  await compare(page, stack, 'playground-stack', ['light, 1280', 'dark, 375']);
});
