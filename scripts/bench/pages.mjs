/** What a lesson's page weighs before any interaction, beside a bare page of the same build. */
import { join } from 'node:path';
import { root } from '../root.mjs';
import { buildBarePage } from './bare-page.mjs';
import { exportedPages, weighPages } from './page-weight.mjs';

/** As a host ships what was compressed once. */
const QUALITY = 11;

const kilobytes = (bytes) => (bytes / 1000).toFixed(1);
const total = ({ script, style, html }) => script + style + html;

/** @returns {Promise<string>} a table in Markdown */
export async function measurePages() {
  const bare = total((await weighPages(buildBarePage(), ['/'], QUALITY)).get('/'));
  const site = join(root, 'out');
  const lessons = exportedPages(site).filter((page) => page.startsWith('/learn/'));
  const weights = await weighPages(site, lessons, QUALITY);
  const rows = [...weights].map(([page, weight]) => {
    const { script, style, html } = weight;
    const parts = [script, style, html, total(weight), total(weight) - bare].map(kilobytes);
    return `| ${[page.split('/')[2], ...parts].join(' | ')} |`;
  });
  return `Before any interaction, in kB of brotli ${QUALITY}. The bare page of the same build has ${kilobytes(bare)}.

| lesson | JavaScript | CSS | HTML | all | above the bare page |
| --- | --- | --- | --- | --- | --- |
${rows.join('\n')}`;
}
