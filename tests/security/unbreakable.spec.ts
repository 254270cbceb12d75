/**
 * Programs that want to break the page. Each time the page says what happened, keeps what was typed, and runs
 * the next program as if nothing had been.
 */
import { expect, type Page, test } from '@playwright/test';
import { RUN_LIMIT_MILLISECONDS } from '@/lib/simulator/limits';
import { Bench, draftOf } from '../support/bench';
import { DEPTH } from './programs/depth';
import { ENDINGS } from './programs/endings';
import { GROWTH } from './programs/growth';
import { LOOPS } from './programs/loops';
import { OBJECTS } from './programs/objects';
import { PATCHES } from './programs/patches';
import { FINISHED, sourceOf, TIMEOUT } from './programs/program';

/** How long after the limit of a run the page may take to say so, on a machine that is busy with other things. */
const GRACE_MILLISECONDS = 10_000;
const LIMIT = { timeout: RUN_LIMIT_MILLISECONDS + GRACE_MILLISECONDS };

const PROGRAMS = [...LOOPS, ...GROWTH, ...DEPTH, ...ENDINGS, ...PATCHES, ...OBJECTS];
const HARMLESS = sourceOf({});

/** One lesson for a whole block: programs follow each other there, as they do at a learner's bench. */
function useOneLesson(prepare: (page: Page) => Promise<void> = async () => undefined) {
  let page: Page;
  test.beforeAll(async ({ browser }) => {
    page = await browser.newPage();
    await prepare(page);
    const bench = await Bench.open(page);
    await bench.run(FINISHED);
  });
  test.afterAll(() => page.close());
  return () => ({ page, bench: Bench.on(page) });
}

async function expectDraftIntact(page: Page, source: string): Promise<void> {
  await expect(Bench.on(page).editor).toHaveValue(source);
  await expect.poll(() => draftOf(page)).toBe(source);
}

async function expectNextRunWorks(bench: Bench): Promise<void> {
  await bench.write(HARMLESS);
  await bench.run(FINISHED);
  await expect(bench.problems).toHaveCount(0);
}

test.describe('the page survives', () => {
  const lesson = useOneLesson();
  for (const program of PROGRAMS.filter(({ endsByTheClock }) => !endsByTheClock)) {
    test(program.what, async () => {
      const { page, bench } = lesson();
      const source = sourceOf(program);
      await bench.write(source);
      await bench.run(program.says, LIMIT);
      await expectDraftIntact(page, source);
      await expectNextRunWorks(bench);
    });
  }
});

test.describe('by its clock, which the test moves on, the page ends', () => {
  const lesson = useOneLesson((page) => page.clock.install());
  for (const program of PROGRAMS.filter(({ endsByTheClock }) => endsByTheClock)) {
    test(program.what, async () => {
      const { page, bench } = lesson();
      const source = sourceOf(program);
      await bench.write(source);
      const run = await bench.press();
      await expect(bench.status).toHaveText('Running');
      await page.clock.fastForward(RUN_LIMIT_MILLISECONDS);
      await bench.expectEnd(run, program.says, { timeout: GRACE_MILLISECONDS });
      await expectDraftIntact(page, source);
      await expectNextRunWorks(bench);
    });
  }
});

test('a run that never gives way leaves the page alive, and ends at its limit in real time', async ({
  page,
}) => {
  const bench = await Bench.open(page);
  await bench.run(FINISHED);
  const source = sourceOf({ body: 'sum(range(10 ** 12))' });
  await bench.write(source);
  const run = await bench.press();
  const pressed = Date.now();
  await bench.editor.press('End');
  await bench.editor.pressSequentially('# typed meanwhile');
  await bench.expectEnd(run, TIMEOUT, LIMIT);
  expect(Date.now() - pressed).toBeGreaterThan(RUN_LIMIT_MILLISECONDS / 2);
  await expect(bench.editor).toHaveValue(`${source}# typed meanwhile`);
  await page.reload();
  await expect(bench.editor.or(page.getByText('# typed meanwhile')).first()).toContainText(
    '# typed meanwhile',
  );
});
