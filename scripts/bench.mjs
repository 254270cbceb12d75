/**
 * `npm run bench`: measures the built site beside its alternatives in one session and writes the tables of
 * BENCHMARKS.md between its markers. `npm run bench -- --print` only prints them.
 */
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { buildBarePage } from './bench/bare-page.mjs';
import { recordResponses } from './bench/bytes.mjs';
import { measureCrowds } from './bench/crowds.mjs';
import { coldBrowser, lookFor, pressRun } from './bench/lesson.mjs';
import { buildPlainBoot, plainBoot } from './bench/plain-boot.mjs';
import { median, spread } from './bench/statistics.mjs';
import { writeSection } from './marked-section.mjs';
import { fail } from './missing.mjs';
import { preparePackages, prepareRuntime, prepareSite } from './prepare.mjs';
import { root } from './root.mjs';
import { serveStatic } from './static-server.mjs';

const ROUNDS = 5;
/** The lesson that is run; the bytes are those of every lesson. */
const LESSON = '/learn/simple-async-middleware/';
const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const megabytes = (bytes) => (bytes / 1e6).toFixed(2);

/** Opens a page in a cold browser, hands it to `work`, and closes the browser. */
async function withColdPage(address, work) {
  const browser = await coldBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(address, { waitUntil: 'networkidle' });
    return await work(page, browser.version());
  } finally {
    await browser.close();
  }
}

/** Cold run, second runs and plain boot, turn by turn, so that a busy machine is unfair to all alike. */
async function measureRuns(site, plain) {
  const times = { plain: [], cold: [], immediate: [], rested: [] };
  let chromium = '';
  for (let round = 0; round < ROUNDS; round += 1) {
    times.plain.push(await withColdPage(plain, (page) => plainBoot(page)));
    await withColdPage(`${site}${LESSON}`, async (page, version) => {
      chromium = version;
      times.cold.push(await pressRun(page));
      times.immediate.push(await pressRun(page));
      await lookFor(2000);
      times.rested.push(await pressRun(page));
    });
    console.log(`  round ${round + 1} of ${ROUNDS}`);
  }
  return { times, chromium };
}

/** Bytes of a page before any interaction, as brotli 11. */
const pageBytes = (address) =>
  withColdPage('about:blank', async (page) => {
    const recorded = recordResponses(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    return recorded.compressed();
  });

/** Bytes on the wire from the press of Run to the painted timeline, counted by the server. */
async function firstRunBytes(site, wire) {
  return withColdPage(`${site}${LESSON}`, async (page) => {
    const before = wire.bytes;
    await pressRun(page);
    return wire.bytes - before;
  });
}

function tables({ times, chromium }, lessons, bare, firstRun, crowds) {
  const ratio = median(times.plain) / median(times.cold);
  const rows = lessons.map(({ name, sizes: { script, style, html, total } }) => {
    const parts = [script, style, html, total, total - bare.total].map(kilobytes);
    return `| ${[name, ...parts].join(' | ')} |`;
  });
  return `Chromium ${chromium}, ${cpus().length} cores, medians of ${ROUNDS} (range), served from the same machine.

| from pressing Run | milliseconds |
| --- | --- |
| cold profile to painted timeline | ${spread(times.cold)} |
| plain boot in the same session: Pyodide, unpack, import, no run | ${spread(times.plain)} |
| plain boot ÷ cold run | ${ratio.toFixed(1)} |
| second run, pressed 2 s after the last one ended | ${spread(times.rested)} |
| second run, pressed at once | ${spread(times.immediate)} |

Before any interaction, in kB of brotli 11. The bare page of the same build has ${kilobytes(bare.total)}.

| lesson | JavaScript | CSS | HTML | all | above the bare page |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}

The first run fetches **${megabytes(firstRun)} MB** on the wire from a host that compresses nothing.

${crowds}`;
}

/** The bytes of every lesson's page. */
async function measureLessons(site) {
  const lessons = [];
  for (const name of readdirSync(join(root, 'out', 'learn')).sort()) {
    lessons.push({ name, sizes: await pageBytes(`${site}/learn/${name}/`) });
  }
  return lessons;
}

try {
  preparePackages();
  prepareRuntime();
  prepareSite();
  const wire = { bytes: 0 };
  const site = await serveStatic({
    folder: join(root, 'out'),
    port: 0,
    onRequest: ({ bytes }) => {
      wire.bytes += bytes;
    },
  });
  const plain = await serveStatic({ folder: buildPlainBoot(), port: 0 });
  const bare = await serveStatic({ folder: buildBarePage(), port: 0 });
  console.log('\n— Measuring');
  const report = tables(
    await measureRuns(site.origin, plain.origin),
    await measureLessons(site.origin),
    await pageBytes(`${bare.origin}/`),
    await firstRunBytes(site.origin, wire),
    await measureCrowds(ROUNDS),
  );
  await Promise.all([site.close(), plain.close(), bare.close()]);
  console.log(`\n${report}`);
  if (!process.argv.includes('--print')) {
    writeSection(join(root, 'BENCHMARKS.md'), 'bench', report);
  }
} catch (error) {
  fail(error);
}
