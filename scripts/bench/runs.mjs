/** From the press of Run to the painted timeline, beside a plain boot of Pyodide. */
import { cpus } from 'node:os';
import { withColdPage } from './cold-page.mjs';
import { lookFor, pressRun } from './lesson.mjs';
import { plainBoot } from './plain-boot.mjs';
import { median, spread } from './statistics.mjs';

/** The lesson that is run. */
const LESSON = '/learn/simple-async-middleware/';

/** Bytes on the wire from the press of Run to the painted timeline, counted by the server. */
const firstRunBytes = (site, wire) =>
  withColdPage(`${site}${LESSON}`, async (page) => {
    const before = wire.bytes;
    await pressRun(page);
    return wire.bytes - before;
  });

/**
 * Cold run, second runs and plain boot, turn by turn, so that a busy machine is unfair to all alike.
 * @param {{site: string, plain: string, wire: {bytes: number}, rounds: number}} context
 * @returns {Promise<string>} a table in Markdown
 */
export async function measureRuns({ site, plain, wire, rounds }) {
  const times = { plain: [], cold: [], immediate: [], rested: [] };
  let chromium = '';
  for (let round = 0; round < rounds; round += 1) {
    times.plain.push(await withColdPage(plain, (page) => plainBoot(page)));
    await withColdPage(`${site}${LESSON}`, async (page, version) => {
      chromium = version;
      times.cold.push(await pressRun(page));
      times.immediate.push(await pressRun(page));
      await lookFor(2000);
      times.rested.push(await pressRun(page));
    });
    console.log(`  runs: round ${round + 1} of ${rounds}`);
  }
  const ratio = median(times.plain) / median(times.cold);
  return `Chromium ${chromium}, ${cpus().length} cores, medians of ${rounds} (range), served from the same machine.

| from pressing Run | milliseconds |
| --- | --- |
| cold profile to painted timeline | ${spread(times.cold)} |
| plain boot in the same session: Pyodide, unpack, import, no run | ${spread(times.plain)} |
| plain boot ÷ cold run | ${ratio.toFixed(1)} |
| second run, pressed 2 s after the last one ended | ${spread(times.rested)} |
| second run, pressed at once | ${spread(times.immediate)} |

The first run fetches **${((await firstRunBytes(site, wire)) / 1e6).toFixed(2)} MB** on the wire from a host that compresses nothing.`;
}
