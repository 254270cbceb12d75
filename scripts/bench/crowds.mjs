/**
 * How a run grows with the number of its requests: from `run` called on a warm interpreter to the parsed trace,
 * and from there to the derived timeline, in Chromium. No page of the site is in it, only its simulator.
 */
import { serveSimulatorPage } from '../simulator-page.mjs';
import { coldBrowser } from './cold-page.mjs';
import { crowd } from './crowd.mjs';
import { spread } from './statistics.mjs';

const SIZES = [10, 100, 300, 1000];
const RUN_LIMIT_MILLISECONDS = 300_000;

/** Runs a crowd on a page of its own, so that no run profits from another. */
async function measureCrowd(page, origin, count) {
  await page.goto(origin);
  return page.evaluate(
    async ({ scenario, runLimitMilliseconds }) => {
      const simulator = globalThis.createSimulator({ runLimitMilliseconds });
      simulator.warm();
      while (simulator.stage.kind !== 'warm') {
        await new Promise((resolve) => {
          const stop = simulator.subscribe(() => resolve(stop()));
        });
      }
      const start = performance.now();
      const { trace } = await simulator.run(scenario);
      const parsed = performance.now();
      globalThis.derive(trace);
      const derived = performance.now();
      if (trace.outcome.kind !== 'finished') throw new Error(`the run ended by ${trace.outcome.kind}`);
      return { run: parsed - start, derive: derived - parsed, events: trace.events.length };
    },
    { scenario: crowd(count), runLimitMilliseconds: RUN_LIMIT_MILLISECONDS },
  );
}

/**
 * Measures crowds of every size, turn by turn, so that a busy machine is unfair to all alike.
 * @param {{rounds: number}} context
 * @returns {Promise<string>} a table in Markdown
 */
export async function measureCrowds({ rounds }) {
  const server = await serveSimulatorPage();
  const browser = await coldBrowser();
  const measured = SIZES.map((count) => ({ count, runs: [] }));
  try {
    const page = await browser.newPage();
    for (let round = 0; round < rounds; round += 1) {
      for (const { count, runs } of measured) runs.push(await measureCrowd(page, server.origin, count));
      console.log(`  crowds: round ${round + 1} of ${rounds}`);
    }
  } finally {
    await browser.close();
    await server.close();
  }
  const rows = measured.map(({ count, runs }) => {
    const times = (key) => spread(runs.map((run) => run[key]));
    return `| ${count.toLocaleString('en')} | ${runs[0].events.toLocaleString('en')} | ${times('run')} | ${times('derive')} |`;
  });
  return `Requests that arrive at once, through an async, a sync and an async layer over an async view that sleeps, on a
warm interpreter, in milliseconds.

| requests | events | \`run\` to the parsed trace | trace to timeline |
| --- | --- | --- | --- |
${rows.join('\n')}`;
}
