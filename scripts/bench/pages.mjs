/** What a lesson's page weighs before any interaction, beside a bare page of the same build. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.mjs';
import { serveStatic } from '../static-server.mjs';
import { buildBarePage } from './bare-page.mjs';
import { recordResponses } from './bytes.mjs';
import { withColdPage } from './cold-page.mjs';

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);

/** Bytes of a page before any interaction, as brotli 11. */
const pageBytes = (address) =>
  withColdPage('about:blank', async (page) => {
    const recorded = recordResponses(page);
    await page.goto(address, { waitUntil: 'networkidle' });
    return recorded.compressed();
  });

/** @param {{site: string}} context @returns {Promise<string>} a table in Markdown */
export async function measurePages({ site }) {
  const bareSite = await serveStatic({ folder: buildBarePage(), port: 0 });
  const bare = await pageBytes(`${bareSite.origin}/`);
  await bareSite.close();
  const rows = [];
  for (const name of readdirSync(join(root, 'out', 'learn')).sort()) {
    const { script, style, html, total } = await pageBytes(`${site}/learn/${name}/`);
    const parts = [script, style, html, total, total - bare.total].map(kilobytes);
    rows.push(`| ${[name, ...parts].join(' | ')} |`);
  }
  return `Before any interaction, in kB of brotli 11. The bare page of the same build has ${kilobytes(bare.total)}.

| lesson | JavaScript | CSS | HTML | all | above the bare page |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}`;
}
