/**
 * What an interpreter costs in memory beside a plain Pyodide worker, and whether runs leave any behind:
 * private memory of the renderer process, as Linux counts it in smaps, and the WebAssembly heaps.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Missing } from '../missing.mjs';
import { root } from '../root.mjs';
import { serveSimulatorPage } from '../simulator-page.mjs';
import { withColdPage } from './cold-page.mjs';
import { crowd } from './crowd.mjs';
import { plainBoot, plainHeapBytes } from './plain-boot.mjs';
import { median } from './statistics.mjs';

const MEGABYTE = 1e6;
const ROUNDS = 3;
/** Two readings this close, in bytes, are one. */
const STEADY = 1.5 * MEGABYTE;
const RUNS = 200;
/** After how many of them memory is read: the first ones fill what is filled once. */
const READ_AFTER = [20, 100, RUNS];

/** Bytes that only this process has: what would be free if it were gone. */
function privateBytes(pid) {
  const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
  const kilobytes = [...rollup.matchAll(/^Private_(?:Clean|Dirty): +(\d+) kB$/gm)].map(([, count]) =>
    Number(count),
  );
  if (kilobytes.length === 0) throw new Missing('Memory can only be measured on Linux.');
  return kilobytes.reduce((sum, count) => sum + count, 0) * 1024;
}

/** Private bytes of the page's renderer, its workers included, once garbage is gone and two readings agree. */
async function settledMemory(page) {
  const session = await page.context().newCDPSession(page);
  const browserSession = await page.context().browser().newBrowserCDPSession();
  const read = async () => {
    await session.send('Memory.simulatePressureNotification', { level: 'critical' });
    await page.requestGC();
    const { processInfo } = await browserSession.send('SystemInfo.getProcessInfo');
    // The other renderers are spare ones of the browser, and small.
    return Math.max(
      ...processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => privateBytes(id)),
    );
  };
  let before = await read();
  for (let reading = 0; reading < 20; reading += 1) {
    await new Promise((resolve) => setTimeout(resolve, 500));
    const now = await read();
    if (Math.abs(now - before) < STEADY) break;
    before = now;
  }
  await session.detach();
  await browserSession.detach();
  return before;
}

/** What `work` adds to a page that has just been loaded. */
const added = (address, work) =>
  withColdPage(address, async (page) => {
    const before = await settledMemory(page);
    await work(page);
    return (await settledMemory(page)) - before;
  });

const warm = (page) =>
  page.evaluate(async () => {
    globalThis.simulator.warm();
    while (globalThis.simulator.stage.kind !== 'warm') {
      await new Promise((resolve) => {
        const stop = globalThis.simulator.subscribe(() => resolve(stop()));
      });
    }
  });

/** Memory after each of READ_AFTER runs in one page, a spare interpreter included. */
const measureRunsInARow = (address) =>
  withColdPage(address, async (page) => {
    const readings = [];
    for (let runs = 1; runs <= RUNS; runs += 1) {
      await page.evaluate((scenario) => globalThis.simulator.run(scenario).then(() => undefined), crowd(3));
      if (!READ_AFTER.includes(runs)) continue;
      await warm(page);
      readings.push(await settledMemory(page));
      console.log(`  memory: ${runs} of ${RUNS} runs in a row`);
    }
    return readings;
  });

/** @param {{plain: string}} context addresses @returns {Promise<string>} tables in Markdown */
export async function measureMemory({ plain }) {
  const { memory } = JSON.parse(readFileSync(join(root, 'public', 'runtime', 'manifest.json'), 'utf8'));
  const simulator = await serveSimulatorPage();
  const ours = [];
  const theirs = [];
  const theirHeaps = [];
  try {
    for (let round = 0; round < ROUNDS; round += 1) {
      ours.push(await added(simulator.origin, warm));
      theirs.push(
        await added(plain, async (page) => {
          await plainBoot(page);
          theirHeaps.push(await plainHeapBytes(page));
        }),
      );
      console.log(`  memory: round ${round + 1} of ${ROUNDS}`);
    }
    const readings = await measureRunsInARow(simulator.origin);
    const megabytes = (bytes) => (bytes / MEGABYTE).toFixed(0);
    const range = (values) => `${megabytes(median(values))} (${values.map(megabytes).sort().join(', ')})`;
    return `| one interpreter, booted and idle, in MB | ours | plain Pyodide worker |
| --- | --- | --- |
| private memory of the renderer, above the page | ${range(ours)} | ${range(theirs)} |
| WebAssembly heap | ${megabytes(memory?.heapBytes ?? 0)} | ${megabytes(median(theirHeaps))} |

Ours takes **${(median(ours) / median(theirs)).toFixed(2)}** of a plain worker's private memory. Runs in a row in one page, with the spare interpreter:
${READ_AFTER.map((runs, index) => `${megabytes(readings[index])} MB after ${runs}`).join(', ')}.`;
  } finally {
    await simulator.close();
  }
}
