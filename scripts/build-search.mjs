/** After the export: the index over all lessons and the glossary, by which `/search/` finds without a server. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import * as pagefind from 'pagefind';
import { siteFolder } from './root.mjs';

/** What repeats on every page, or would give an answer away. */
const LEFT_OUT = [
  'figure',
  'fieldset',
  'form',
  'nav',
  'noscript',
  'pre',
  '[aria-label="Link to this section"]',
  'svg',
  '[popover]',
  '[aria-hidden="true"]',
  '.without-script',
  // Cards and words a second time, for one way into a unit.
  '[data-only="reference"]',
  '[data-only="build"]',
];

/** Pagefind's own interfaces: the search page is ours. */
const UNUSED = /-ui\.(css|js)$|^pagefind-highlight\.js$/;

function checked({ errors, ...result }) {
  if (errors.length > 0) throw new Error(`The search index could not be made: ${errors.join('; ')}`);
  return result;
}

const { index } = checked(await pagefind.createIndex({ excludeSelectors: LEFT_OUT, forceLanguage: 'en' }));
const out = siteFolder();
const { page_count: pages } = checked(
  await index.addDirectory({ path: out, glob: '{learn,glossary}/**/*.html' }),
);
// Written here: where Pagefind writes them itself, it may be closed before the last of them are whole.
const { files } = checked(await index.getFiles());
await pagefind.close();
for (const { path, content } of files.filter(({ path }) => !UNUSED.test(path))) {
  const file = join(out, 'pagefind', path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, content);
}
if (pages === 0) throw new Error('The search index has no page: did the export come first?');
console.log(`The search index: ${pages} pages.`);
