/** One question of each kind, wherever the course asks one: answered by keyboard, kept, and free of what axe finds. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { runAnchor } from '@/lib/course/addresses';
import type { Question } from '@/lib/course/question';
import { readUnit, unitIds } from '@/lib/course/read-unit';
import { axeFindingsInBothThemes, sidewaysScroll } from '../support/axe';

const content = join(import.meta.dirname, '..', '..', 'content');
const asked = unitIds(content).flatMap((unit) =>
  readUnit(content, unit).questions.map((question) => ({ unit, question })),
);
const lessonText = (unit: string) => readFileSync(join(content, unit, 'lesson.mdx'), 'utf8');
const KINDS = ['single', 'multiple', 'order', 'gap', 'line', 'moment', 'time'] as const;

/** How a reader without a mouse answers it, with the focus on its first control. */
const ANSWERED: Readonly<Record<Question['kind'], readonly string[]>> = {
  single: ['Space'],
  multiple: ['Space'],
  gap: ['Space', 'ArrowDown'],
  line: ['Space', 'ArrowDown'],
  moment: ['Space', 'ArrowDown'],
  order: ['ArrowDown', 'ArrowDown'],
  time: ['ArrowRight', 'ArrowRight'],
};

async function openQuestion(page: Page, kind: Question['kind']): Promise<Locator> {
  const found = asked.find(({ question }) => question.kind === kind);
  if (found === undefined) throw new Error(`The course asks no question of kind ${kind}.`);
  await page.goto(`/learn/${found.unit}/`);
  const question = page.locator(`[data-question="${found.question.id}"]`);
  // One that stands in a deeper section is not in sight before that is opened.
  await question.evaluate((element) => {
    for (const section of document.querySelectorAll('details')) {
      if (section.contains(element)) section.open = true;
    }
  });
  await turnTo(page, question);
  return question;
}

/** Goes to the first control of a question, and waits for the code that this brings. */
async function turnTo(page: Page, question: Locator): Promise<void> {
  await question.locator('input:visible, button:visible').first().focus();
  await expect(page.locator('[data-asleep]').filter({ has: question })).toHaveCount(0);
}

async function expectNothingOfAxe(page: Page, question: Locator): Promise<void> {
  const id = await question.getAttribute('data-question');
  expect.soft(await axeFindingsInBothThemes(page, `[data-question="${id}"]`)).toEqual([]);
  expect.soft(await sidewaysScroll(page)).toBe(0);
}

for (const kind of KINDS) {
  test(`a question of kind ${kind} is answered by keyboard alone, and its answer kept`, async ({ page }) => {
    const question = await openQuestion(page, kind);
    for (const key of ANSWERED[kind]) await page.keyboard.press(key);
    await question.getByRole('radio', { name: 'Not sure' }).focus();
    await page.keyboard.press('Space');
    await question.getByRole('button', { name: 'Commit' }).focus();
    await page.keyboard.press('Enter');

    await expect(question.getByText(/^(Right\.|Not so\.)$/).locator('..')).toBeFocused();
    await expect(question.getByText('The run that decides.')).toBeVisible();
    await page.reload();
    await question.scrollIntoViewIfNeeded();
    await expect(question.getByText(/^(Right\.|Not so\.)$/)).toBeVisible();
  });

  test(`axe finds nothing in a question of kind ${kind}, asked or answered, on a phone or on a desk`, async ({
    page,
  }) => {
    test.slow();
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.setViewportSize({ width: 1280, height: 800 });
    const question = await openQuestion(page, kind);
    await expectNothingOfAxe(page, question);
    await page.setViewportSize({ width: 375, height: 800 });
    await expectNothingOfAxe(page, question);

    await question.locator('input:visible, button:visible').first().focus();
    for (const key of ANSWERED[kind]) await page.keyboard.press(key);
    await question.getByRole('radio', { name: 'Not sure' }).check();
    await question.getByRole('button', { name: 'Commit' }).click();
    await expect(question.getByRole('button', { name: 'Try again' })).toBeVisible();
    await expectNothingOfAxe(page, question);
    await page.setViewportSize({ width: 1280, height: 800 });
    await expectNothingOfAxe(page, question);
  });
}

test('the code of a question is fetched when the reader turns to it, and not before', async ({ page }) => {
  const found = asked.find(({ question }) => question.kind === 'single');
  if (found === undefined) throw new Error('The course asks no question of kind single.');
  await page.goto(`/learn/${found.unit}/`, { waitUntil: 'networkidle' });
  const question = page.locator(`[data-question="${found.question.id}"]`);
  const asleep = page.locator('[data-asleep]').filter({ has: question });
  await question.scrollIntoViewIfNeeded();
  await expect(asleep).toHaveCount(1);
  await question.hover();
  await expect(asleep).toHaveCount(0);
});

test('what is chosen and committed before its code has arrived is not lost', async ({ page }) => {
  const found = asked.find(({ question }) => question.kind === 'single');
  if (found === undefined) throw new Error('The course asks no question of kind single.');
  await page.goto(`/learn/${found.unit}/`, { waitUntil: 'networkidle' });
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/*.js', async (route) => {
    await released;
    await route.continue();
  });
  const question = page.locator(`[data-question="${found.question.id}"]`);
  await question.getByRole('radio').first().check();
  await question.getByRole('radio', { name: 'Not sure' }).check();
  await question.getByRole('button', { name: 'Commit' }).click();
  await expect(page.locator('[data-asleep]').filter({ has: question })).toHaveCount(1);
  release();
  await expect(question.getByText(/^(Right\.|Not so\.)$/)).toBeVisible();
  await expect(question.getByRole('radio').first()).toBeChecked();
});

test('a bet on a moment stays beside its run, and leads there', async ({ page }) => {
  const question = await openQuestion(page, 'moment');
  await question.locator('input:visible').first().check();
  await question.getByRole('radio', { name: 'Not sure' }).check();
  await question.getByRole('button', { name: 'Commit' }).click();
  await question.getByRole('button', { name: 'Play this run' }).click();
  const bets = question.getByRole('list', { name: 'Your bets' });
  await expect(bets.getByText(/^Your bet: /)).toBeVisible();
  await bets.getByRole('button', { name: /^Show \d/ }).click();
  await expect(question.getByRole('slider')).toHaveAttribute('aria-valuetext', /^[1-9]/);
});

test('a bet placed before a run stays beside its result', async ({ page }) => {
  const found = asked.find(
    ({ unit, question: { kind, proof } }) =>
      kind === 'moment' && lessonText(unit).includes(`<Example name="${proof.example}"`),
  );
  if (found === undefined) throw new Error('No bet on a moment is placed on a run that can be made.');
  await page.goto(`/learn/${found.unit}/`, { waitUntil: 'networkidle' });
  const question = page.locator(`[data-question="${found.question.id}"]`);
  await turnTo(page, question);
  await question.locator('input:visible').first().check();
  await question.getByRole('radio', { name: 'Not sure' }).check();
  await question.getByRole('button', { name: 'Commit' }).click();

  const bench = page.locator(`#${runAnchor(found.question.proof.example)}`);
  await bench.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(bench.getByText(/^Run 1: /)).toBeVisible({ timeout: 60_000 });
  await expect(bench.getByRole('list', { name: 'Your bets' })).toContainText(
    found.question.prompt.replaceAll('`', ''),
  );
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const kind of KINDS) {
    test(`the answer to a question of kind ${kind} can be read`, async ({ page }) => {
      const found = asked.find(({ question }) => question.kind === kind);
      if (found === undefined) throw new Error(`The course asks no question of kind ${kind}.`);
      await page.goto(`/learn/${found.unit}/`);
      const question = page.locator(`[data-question="${found.question.id}"]`);
      const answer = question.locator('details.without-script');
      await expect(answer).toHaveCount(1);
      await expect(answer).toContainText('Show the answer and the reasons');
      const [option] = found.question.options;
      await expect(answer).toContainText(option?.reason.replaceAll('`', '') ?? '');
      await expect(question.getByRole('button')).toHaveCount(0);
    });
  }
});
