/** The shell on every route: landmarks, keyboard, theme, the record, the policy, and what axe finds. */
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { axeFindings, axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';
import { exportedAddresses } from '../support/exported-pages';

const LESSON = '/learn/simple-async-middleware/';
const NO_SUCH_PAGE = '/no-such-page/';
const PHONE = { width: 375, height: 740 };
const DESK = { width: 1280, height: 800 };

const site = join(import.meta.dirname, '..', '..', 'out');
const routes = [...exportedAddresses(site), NO_SUCH_PAGE];
/** Lessons are of the same parts: two are looked at in every way, each other one by turns in one of the four. */
const CLOSELY = [LESSON, '/learn/mixing-sync-and-async/'];
const TURNS = [PHONE, DESK].flatMap((viewport) =>
  (['light', 'dark'] as const).map((colorScheme) => ({ viewport, colorScheme })),
);

/** What a page complained about, what the browser stopped in it among that, and whom it asked for something. */
function watch(page: Page) {
  const complaints: string[] = [];
  const hosts = new Set<string>();
  page.on('console', (message) => {
    // The browser itself reports the status of a page that is not there.
    if (message.type() === 'error' && !message.text().includes('404')) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url());
    if (protocol.startsWith('http')) hosts.add(host);
  });
  return { complaints, hosts };
}

/** Axe on an open page, in every way or in that of this turn. */
async function expectNothingOfAxe(page: Page, route: string, turn: number): Promise<void> {
  const isLookedAtClosely = CLOSELY.includes(route) || !route.startsWith('/learn/');
  const look = TURNS[turn % TURNS.length];
  if (isLookedAtClosely || look === undefined) {
    for (const viewport of [PHONE, DESK]) {
      await page.setViewportSize(viewport);
      expect.soft(await axeFindingsInBothThemes(page), `${viewport.width} px`).toEqual([]);
    }
    return;
  }
  await page.setViewportSize(look.viewport);
  await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: 'reduce' });
  expect.soft(await axeFindings(page), `${look.viewport.width} px, ${look.colorScheme}`).toEqual([]);
}

test('the site has its pages', () => {
  expect(routes).toEqual(expect.arrayContaining(['/', ...CLOSELY, '/playground/', '/glossary/']));
});

for (const [index, route] of routes.entries()) {
  test(`${route} has its landmarks, fits a phone, breaks no policy, asks no other host, and axe finds nothing`, async ({
    page,
    baseURL,
  }) => {
    test.slow();
    const { complaints, hosts } = watch(page);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.setViewportSize(PHONE);
    await page.goto(route);
    await page.waitForLoadState('networkidle');

    await expect(page.getByRole('banner')).toBeVisible();
    await expect(page.getByRole('main')).toBeVisible();
    await expect(page.getByRole('contentinfo')).toBeVisible();
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
    expect(await sidewaysScroll(page)).toBe(0);
    const first = await page.evaluate(() => document.head.firstElementChild?.getAttribute('http-equiv'));
    expect(first).toBe('Content-Security-Policy');
    await expectNothingOfAxe(page, route, index);
    expect(complaints).toEqual([]);
    expect([...hosts]).toEqual([new URL(baseURL ?? '').host]);
  });
}

test('a page that is not there answers 404 and offers the map', async ({ page }) => {
  const response = await page.goto(NO_SUCH_PAGE);
  expect(response?.status()).toBe(404);
  await page
    .getByRole('main')
    .getByRole('link', { name: /Writing a simple async middleware/ })
    .click();
  await expect(page).toHaveURL(LESSON);
});

test('the first Tab reaches the skip link, which leads past the header', async ({ page }) => {
  await page.goto(LESSON);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.keyboard.press('Tab');
  const inMain = await page.evaluate(() => document.activeElement?.closest('main') !== null);
  expect(inMain).toBe(true);
});

test('the map opens, closes with Escape and leads on, by keyboard alone', async ({ page }) => {
  await page.goto('/');
  const opener = page.getByRole('button', { name: /map 0\/\d+ units finished/i });
  const map = page.getByRole('navigation', { name: 'Course map' });
  await opener.focus();
  await page.keyboard.press('Enter');
  await expect(map).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(map).toBeHidden();
  await expect(opener).toBeFocused();
  await page.keyboard.press('Enter');
  await map.getByRole('link', { name: /Mixing sync and async/ }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL('/learn/mixing-sync-and-async/');
});

test('what is focused in the header leaves the page where it was read', async ({ page }) => {
  await page.goto(LESSON);
  const heading = page.getByRole('heading', { name: 'What you can do now' });
  await heading.scrollIntoViewIfNeeded();
  const before = await page.evaluate(() => window.scrollY);
  await page.getByRole('radio', { name: 'Dark theme' }).evaluate((radio) => radio.focus());
  expect(await page.evaluate(() => window.scrollY)).toBe(before);
});

test('a chosen theme holds across pages and is there before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('/');
  await page.getByRole('radio', { name: 'Dark theme' }).check({ force: true });
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');

  // Without any of the site's scripts but the one in the page, so that nothing can repair it later.
  await page.route('**/*.js', (route) => route.abort());
  await page.goto(LESSON);
  await expect(page.locator('html')).toHaveCSS('color-scheme', 'dark');
});

test('a lesson marks itself as begun on the map', async ({ page }) => {
  await page.goto(LESSON);
  await expect(page.getByText(/^Left in this unit:/)).toBeVisible();
  await page.goto('/');
  await expect(
    page.getByRole('main').getByRole('link', { name: /simple async middleware.*begun/ }),
  ).toBeVisible();
});

test('a committed answer is explained, proved by its run, and kept across a reload', async ({ page }) => {
  await page.goto(LESSON);
  const question = page.locator('[data-question="must-the-next-layer-be-awaited"]');
  const reason = question.getByText('Calling get_response only makes a coroutine.');
  await expect(question.getByRole('button', { name: 'Commit' })).toBeVisible();
  await expect(reason).toBeHidden();

  await question.getByRole('radio', { name: /Django awaits whatever/ }).check();
  await question.getByRole('radio', { name: 'Not sure' }).check();
  await question.getByRole('button', { name: 'Commit' }).click();
  // The button is gone: focus, and with it a screen reader, goes on at the verdict.
  await expect(question.getByText('Not so.').locator('..')).toBeFocused();
  await expect(reason).toBeVisible();

  await page.reload();
  await expect(question.getByText('Not so.')).toBeVisible();
  await expect(question.getByRole('radio', { name: /Django awaits whatever/ })).toBeChecked();
  await expect(question.getByRole('radio', { name: /Django awaits whatever/ })).toBeDisabled();
  await question.getByRole('button', { name: 'Play this run' }).click();
  await expect(question.getByRole('slider')).toBeVisible();
});

test('nothing of Monaco, Python or a recorded run is fetched before the reader asks', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(LESSON);
  await page.waitForLoadState('networkidle');
  expect(asked.filter((url) => /runtime|recordings|\.wasm|\.py|worker/.test(url))).toEqual([]);

  await page.goto('/');
  await page.getByRole('button', { name: 'Play this run' }).click();
  await expect(page.getByRole('slider')).toBeVisible();
  expect(asked.filter((url) => url.includes('/recordings/'))).toHaveLength(1);
});

test('a figure stays as the server drew it when the page comes alive', async ({ page, browser }) => {
  const still = `[data-still="simple-async-middleware/handing-on"]`;
  const plain = await browser.newPage({ javaScriptEnabled: false });
  await plain.goto(LESSON);
  const drawn = await plain.locator(still).first().innerHTML();
  await plain.close();
  expect(drawn).toContain('<svg');

  await page.goto(LESSON);
  await expect(page.getByText(/^Left in this unit:/)).toBeVisible();
  expect(await page.locator(still).first().innerHTML()).toBe(drawn);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('a lesson shows its code, its runs and its answers', async ({ page }) => {
    await page.goto(LESSON);
    await expect(page.locator('[data-still] svg:visible').first()).toBeVisible();
    await expect(page.locator('pre.shiki').first()).toBeVisible();
    const answers = page.getByText('Show the answer and the reasons').first();
    await expect(page.getByText('Right: ').first()).toBeHidden();
    await answers.click();
    await expect(page.getByText('Right: ').first()).toBeVisible();
  });

  test('nothing offers what only a script could do', async ({ page }) => {
    await page.goto(LESSON);
    for (const name of ['Run', 'Run and check', 'Commit', 'Play this run']) {
      await expect(page.getByRole('button', { name, exact: true })).toHaveCount(0);
    }
    await expect(page.getByRole('radio', { name: 'Dark theme' })).toHaveCount(0);
  });

  test('the map opens all the same', async ({ page }) => {
    await page.goto(LESSON);
    await page.getByRole('button', { name: /map/i }).first().click();
    await expect(page.getByRole('navigation', { name: 'Course map' })).toBeVisible();
  });
});
