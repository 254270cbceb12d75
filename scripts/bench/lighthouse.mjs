/**
 * Lighthouse's score for speed, with its settings for a phone, on a page of each kind beside a bare page of the same
 * build, from a host that compresses, as most do.
 */
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { root } from '../root.mjs';
import { serveStatic } from '../static-server.mjs';
import { auditPage } from './audit-page.mjs';
import { buildBarePage } from './bare-page.mjs';
import { filesOfPages } from './page-weight.mjs';
import { median } from './statistics.mjs';

const PAGES = ['/', '/learn/simple-async-middleware/', '/playground/'];
/** Brotli's quality for files that are compressed once. */
const QUALITY = 11;
const METRICS = {
  'first-contentful-paint': 'first paint',
  'largest-contentful-paint': 'largest paint',
  'total-blocking-time': 'blocked',
  'speed-index': 'speed index',
};

/** Serves a copy of a site in which what these pages fetch lies compressed beside it. */
async function serveCompressed(name, folder, pages) {
  const copy = join(root, '.cache', 'compressed', name);
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  const files = await filesOfPages(folder, pages);
  const paths = [...files].flatMap(([page, fetched]) => [`${page}index.html`, ...fetched]);
  for (const path of new Set(paths.filter((name) => /\.(html|js|css)$/.test(name)))) {
    const file = join(copy, path);
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    writeFileSync(`${file}.br`, brotliCompressSync(readFileSync(file), { params }));
  }
  return serveStatic({ folder: copy, port: 0, compresses: true });
}

const range = (values, show = (value) => Math.round(value).toLocaleString('en')) =>
  `${show(median(values))} (${show(Math.min(...values))}–${show(Math.max(...values))})`;

/**
 * The pages turn by turn, so that a busy machine is unfair to all alike.
 * @param {{rounds: number}} context
 * @returns {Promise<string>} a table in Markdown
 */
export async function measureLighthouse({ rounds }) {
  const bare = await serveCompressed('bare', buildBarePage(), ['/']);
  const site = await serveCompressed('site', join(root, 'out'), PAGES);
  const pages = [
    { name: 'the bare page', address: `${bare.origin}/`, reports: [] },
    ...PAGES.map((page) => ({ name: `\`${page}\``, address: `${site.origin}${page}`, reports: [] })),
  ];
  for (let round = 0; round < rounds; round += 1) {
    for (const { address, reports } of pages) {
      reports.push(await auditPage(address, { categories: ['performance'] }));
    }
    console.log(`  lighthouse: round ${round + 1} of ${rounds}`);
  }
  await Promise.all([bare.close(), site.close()]);
  const scores = ({ reports }) =>
    reports.map(({ categories }) => Math.round(categories.performance.score * 100));
  const floor = median(scores(pages[0]));
  const rows = pages.map((page) => {
    const own = scores(page);
    const metrics = Object.keys(METRICS).map((id) =>
      range(page.reports.map(({ audits }) => audits[id].numericValue)),
    );
    return `| ${[page.name, range(own), floor - median(own), ...metrics].join(' | ')} |`;
  });
  return `Medians of ${rounds} (range). Lighthouse works the milliseconds out for a slow phone; what it blocks depends on
the machine that it measures with.

| page | score | below the bare page | ${Object.values(METRICS).join(', ms | ')}, ms |
| --- | --- | --- | --- | --- | --- | --- |
${rows.join('\n')}`;
}
