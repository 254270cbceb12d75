/**
 * The workers die at random moments: while they download, boot, run, or wait. Nothing that was typed is lost,
 * and the next run works. The moments come from SEED, which is printed; name one to see them again.
 */
import { expect, type Page, test } from '@playwright/test';
import { Bench, draftOf } from '../support/bench';
import { randomFrom } from '../support/random';
import { FINISHED, sourceOf } from './programs/program';

/** Four lessons of 25 kills each. */
const LESSONS = 4;
const KILLS = 25;
const RELOAD_EVERY = 10;
const SLEEP_MILLISECONDS = 61_000;
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31);

/** How a worker ends: unheard, as while a device sleeps, a minute of which passes; or heard, as its error is. */
type Way = 'unheard' | 'heard';

declare global {
  var workers: Worker[];
}

const kill = (page: Page, way: Way) =>
  page.evaluate((how) => {
    for (const worker of globalThis.workers.splice(0)) {
      worker.terminate();
      if (how === 'heard') worker.dispatchEvent(new ErrorEvent('error', { cancelable: true }));
    }
  }, way);

/** Longer than a kill is waited for, a second of the reader's own time at most. */
const LONG = 'import itertools, collections; collections.deque(itertools.repeat(0, 4 * 10 ** 7), maxlen=0)';

for (let lesson = 1; lesson <= LESSONS; lesson += 1) {
  test(`${KILLS} kills at random moments lose nothing, and the next run works (lesson ${lesson})`, async ({
    page,
  }) => {
    test.setTimeout(180_000);
    console.log(`SEED=${SEED}`);
    const random = randomFrom(SEED + lesson);
    await page.clock.install();
    await page.addInitScript(() => {
      globalThis.workers = [];
      const { Worker: Real } = globalThis;
      globalThis.Worker = class extends Real {
        constructor(url: string | URL, options?: WorkerOptions) {
          super(url, options);
          globalThis.workers.push(this);
        }
      };
    });
    const bench = await Bench.open(page);
    await bench.run(FINISHED);
    for (let round = 1; round <= KILLS; round += 1) {
      const source = sourceOf({
        body: random() < 0.5 ? LONG : `print(${round})`,
        before: `ROUND = ${round}`,
      });
      const way: Way = random() < 0.5 ? 'heard' : 'unheard';
      await bench.write(source);
      const idle = random() < 0.2;
      if (!idle) await bench.press();
      await page.waitForTimeout(random() * 500);
      await kill(page, way);
      if (way === 'unheard') await page.clock.fastForward(SLEEP_MILLISECONDS);
      if (round % RELOAD_EVERY === 0) await page.reload();
      else if (await bench.button('Cancel').isVisible()) await bench.cancel();

      await test.step(`round ${round}, ${idle ? 'idle' : 'busy'}, ${way}`, async () => {
        await bench.write(`${source}# typed after it\n`);
        await bench.run(FINISHED);
        await expect(bench.editor).toHaveValue(`${source}# typed after it\n`);
        await expect.poll(() => draftOf(page)).toBe(`${source}# typed after it\n`);
      });
    }
  });
}

test('a page that goes in the middle of a run, or whose tab is closed, comes back with what was typed', async ({
  context,
}) => {
  const random = randomFrom(SEED);
  const first = await context.newPage();
  await Bench.open(first).then((bench) => bench.run(FINISHED));
  await first.close();
  for (let round = 1; round <= 5; round += 1) {
    const page = await context.newPage();
    const bench = await Bench.open(page);
    const source = sourceOf({ body: 'sum(range(10 ** 12))', before: `ROUND = ${round}` });
    await bench.write(source);
    await bench.press();
    await page.waitForTimeout(random() * 300);
    await page.close({ runBeforeUnload: true });
    await expect.poll(() => page.isClosed()).toBe(true);

    const next = await context.newPage();
    const again = await Bench.open(next);
    await expect(again.code).toContainText(`ROUND = ${round}`);
    await again.write(sourceOf({ before: `AFTER = ${round}` }));
    await again.run(FINISHED);
    await next.close();
  }
});
