/**
 * How the timeline of a long run keeps up: from a trace to the painted timeline, and frames while it is played
 * and scrubbed, at full speed and with the processor slowed down to a quarter. The measure of a frame is what
 * the page's main thread does in it; a screen at 60 Hz gives it 16.7 ms.
 * `node scripts/bench/timeline.mjs` prints the table for the site that is built.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from '../root.mjs';
import { serveStatic } from '../static-server.mjs';
import { importTypeScript } from '../typescript-module.mjs';
import { coldBrowser } from './cold-page.mjs';
import { median, spread } from './statistics.mjs';

const ROUNDS = 5;
const SPEEDS = [1, 4];
const FRAMES = 300;
const SEEKS = 400;
const MILLISECONDS = (value) => value.toFixed(1);

/** The value that 95 (or so many) in a hundred do not exceed. */
function percentile(values, share) {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.max(Math.ceil(share * sorted.length) - 1, 0)];
}

/** Traces as files: one of about 500 spans, one of about 10,000. */
async function writeTraces() {
  const { denseTrace } = await importTypeScript('lib/trace/testing/dense-trace.ts');
  const { derive } = await importTypeScript('lib/trace/derive.ts');
  const folder = join(root, '.cache', 'bench');
  mkdirSync(folder, { recursive: true });
  const write = (name, trace) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(trace));
    const spans = derive(trace).groups.reduce((sum, { track }) => sum + track.start.length, 0);
    return { file, spans };
  };
  return { short: write('short', denseTrace(10, 17)), long: write('long', denseTrace(40, 84)) };
}

const playhead = (page) => page.getByRole('slider', { name: 'Playhead' });
const lanes = (page) => page.getByRole('group', { name: /^Lanes/ });

async function openTrace(page, file) {
  await page.locator('input[type=file]').setInputFiles(file);
  await playhead(page).waitFor();
}

/** From the choice of a file until the frame in which its timeline is painted, the code being there. */
async function openingTime(page, file) {
  await page.evaluate(() => {
    window.opened = new Promise((resolve) => {
      document.addEventListener(
        'change',
        async () => {
          const start = performance.now();
          const before = document.querySelector('[data-lanes]');
          const nextFrame = () => new Promise((next) => requestAnimationFrame(next));
          for (;;) {
            const now = document.querySelector('[data-lanes]');
            if (now !== null && now !== before && now.querySelector('rect, canvas') !== null) break;
            await nextFrame();
          }
          // What stands in the document in this frame is painted when the next one begins.
          await nextFrame();
          resolve(performance.now() - start);
        },
        { once: true },
      );
    });
  });
  await page.locator('input[type=file]').setInputFiles(file);
  return page.evaluate(() => window.opened);
}

/** Zooms in until no more than so many spans are in sight. @returns how many are */
async function zoomTo(page, most) {
  const spans = async () => Number(await lanes(page).getAttribute('data-spans'));
  for (let presses = 0; presses < 40 && (await spans()) > most; presses += 1) {
    await lanes(page).press('w');
  }
  return spans();
}

/**
 * What the main thread does in each of the next frames, in milliseconds: from the beginning of the frame until
 * everything that it asked for is laid out and handed to the compositor. `drives` moves the scrubber along.
 */
const framesOf = (page, drives) =>
  page.evaluate(
    async ({ count, drives: scrubs }) => {
      const slider = document.querySelector('input[aria-label="Playhead"]');
      const costs = [];
      const gaps = [];
      let last = null;
      const channel = new MessageChannel();
      await new Promise((resolve) => {
        const frame = (begin) => {
          if (last !== null) gaps.push(begin - last);
          last = begin;
          if (scrubs) {
            slider.value = String((1000 * costs.length) / count);
            slider.dispatchEvent(new Event('input', { bubbles: true }));
          }
          const start = performance.now();
          // A message is read after the frame's own work: style, layout and paint.
          channel.port1.onmessage = () => {
            costs.push(performance.now() - Math.min(start, begin));
            if (costs.length < count) requestAnimationFrame(frame);
            else resolve();
          };
          channel.port2.postMessage(null);
        };
        requestAnimationFrame(frame);
      });
      return { costs, gaps };
    },
    { count: FRAMES, drives },
  );

/** How long a seek takes, words and all, in milliseconds: clicks into the lanes at random places. */
const seeksOf = (page) =>
  page.evaluate(async (count) => {
    const target = document.querySelector('[data-playhead-lane]');
    const group = document.querySelector('[data-lanes]');
    const { left, width, top } = target.getBoundingClientRect();
    const costs = [];
    let seed = 1;
    for (let seek = 0; seek < count; seek += 1) {
      seed = (seed * 48_271) % 2_147_483_647;
      const clientX = left + (seed / 2_147_483_647) * width;
      const start = performance.now();
      group.dispatchEvent(new MouseEvent('click', { bubbles: true, clientX, clientY: top + 5 }));
      costs.push(performance.now() - start);
      if (seek % 20 === 0) await new Promise((next) => requestAnimationFrame(next));
    }
    return costs;
  }, SEEKS);

async function withThrottledPage(browser, address, slowdown, work) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 1000 } });
  try {
    await page.goto(address, { waitUntil: 'networkidle' });
    const session = await page.context().newCDPSession(page);
    await session.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    return await work(page);
  } finally {
    await page.close();
  }
}

async function measureAt(browser, address, traces, { slowdown, rounds }) {
  const opening = await withThrottledPage(browser, address, slowdown, async (page) => {
    await openTrace(page, traces.long.file);
    const times = [];
    for (let round = 0; round < rounds; round += 1) {
      times.push(await openingTime(page, traces.short.file));
      await openTrace(page, traces.long.file);
    }
    return times;
  });
  return withThrottledPage(browser, address, slowdown, async (page) => {
    await openTrace(page, traces.long.file);
    const all = Number(await lanes(page).getAttribute('data-spans'));
    const spans = await zoomTo(page, 2000);
    await page.getByRole('button', { name: 'Play' }).click();
    const playing = await framesOf(page, false);
    await page.getByRole('button', { name: 'Pause' }).click();
    const scrubbing = await framesOf(page, true);
    const seeks = await seeksOf(page);
    return { opening, all, spans, playing, scrubbing, seeks };
  });
}

/**
 * Measures the timeline of the built site.
 * @param {{site: string, rounds: number}} context
 * @returns {Promise<string>} a table in Markdown
 */
export async function measureTimeline({ site, rounds }) {
  const traces = await writeTraces();
  const browser = await coldBrowser();
  try {
    const columns = [];
    for (const slowdown of SPEEDS) {
      columns.push(await measureAt(browser, `${site}/timeline/`, traces, { slowdown, rounds }));
    }
    return tableOf(columns, traces);
  } finally {
    await browser.close();
  }
}

function tableOf(columns, { short, long }) {
  const row = (name, read) => `| ${[name, ...columns.map(read)].join(' | ')} |`;
  const cost = ({ costs }) =>
    `${MILLISECONDS(percentile(costs, 0.95))} (median ${MILLISECONDS(median(costs))})`;
  const late = ({ gaps }) => `${gaps.filter((gap) => gap > 25).length} of ${gaps.length}`;
  const [first] = columns;
  return `The timeline of a run of ${long.spans.toLocaleString('en')} spans, ${first.spans.toLocaleString('en')} of them in sight (of the whole run, ${first.all.toLocaleString('en')} can be told apart). Milliseconds of the main thread, at full speed and slowed down to a quarter.

| measure | full speed | a quarter |
| --- | --- | --- |
${[
  row(`a trace of ${short.spans} spans, from its file to the painted timeline`, ({ opening }) =>
    spread(opening),
  ),
  row('playing: a frame, p95', ({ playing }) => cost(playing)),
  row('playing: frames that came late', ({ playing }) => late(playing)),
  row('scrubbing: a frame, p95', ({ scrubbing }) => cost(scrubbing)),
  row('scrubbing: frames that came late', ({ scrubbing }) => late(scrubbing)),
  row('a seek with all its words, p99', ({ seeks }) => MILLISECONDS(percentile(seeks, 0.99))),
].join('\n')}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const site = await serveStatic({ folder: join(root, 'out'), port: 0 });
  console.log(await measureTimeline({ site: site.origin, rounds: ROUNDS }));
  await site.close();
}
