/**
 * What exported pages weigh before any interaction: their HTML, and the scripts and styles that a browser fetches for
 * them by itself. A browser says which files those are, and the folder how many bytes.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { serveStatic } from '../static-server.mjs';
import { coldBrowser } from './cold-page.mjs';

/** Tabs that are open at once: most of a visit is waiting for the page to be idle. */
const TABS = 4;

/**
 * The addresses of the pages of an exported site.
 * @param {string} folder
 * @returns {string[]} from the root on, such as `/learn/hooks/`
 */
export const exportedPages = (folder) =>
  readdirSync(folder, { recursive: true })
    .filter((name) => /(^|[\\/])index\.html$/.test(name))
    .map((name) => `/${dirname(name).replaceAll('\\', '/')}/`.replace('/./', '/'))
    .sort();

/** Paths of what an open page has fetched, or has begun to, once it has nothing left to do. */
const fetchedFiles = (page) =>
  page.evaluate(async () => {
    const idle = () => new Promise((resolve) => requestIdleCallback(resolve));
    const named = () => [
      ...[...document.scripts].filter(({ src, noModule }) => src !== '' && !noModule).map(({ src }) => src),
      ...performance.getEntriesByType('resource').map(({ name }) => name),
    ];
    let known = -1;
    while (named().length !== known) {
      known = named().length;
      await idle();
      await idle();
    }
    return [...new Set(named().map((address) => new URL(address).pathname))];
  });

/**
 * What a browser fetches by itself for pages of an exported site.
 * @param {string} folder
 * @param {readonly string[]} pages their addresses in it
 * @returns {Promise<Map<string, string[]>>} paths of files by page, without the page's own
 */
export async function filesOfPages(folder, pages) {
  const { origin, close } = await serveStatic({ folder, port: 0 });
  const files = new Map();
  const left = [...pages];
  const browser = await coldBrowser();
  try {
    // The service worker would fetch the whole course beside every page.
    const context = await browser.newContext({ serviceWorkers: 'block' });
    const visit = async () => {
      const tab = await context.newPage();
      for (let page = left.shift(); page !== undefined; page = left.shift()) {
        await tab.goto(`${origin}${page}`, { waitUntil: 'networkidle', timeout: 120_000 });
        files.set(page, await fetchedFiles(tab));
      }
    };
    await Promise.all(Array.from({ length: TABS }, visit));
  } finally {
    await browser.close();
    await close();
  }
  return files;
}

/** Sizes of files after brotli, each worked out once. */
function compressedSizes(folder, quality) {
  const compress = promisify(brotliCompress);
  const known = new Map();
  return (path) => {
    const size = known.get(path) ?? compressedSize(join(folder, path));
    known.set(path, size);
    return size;
  };
  async function compressedSize(file) {
    const params = { [constants.BROTLI_PARAM_QUALITY]: quality };
    return (await compress(readFileSync(file), { params })).length;
  }
}

/**
 * Weighs pages of an exported site.
 * @param {string} folder
 * @param {readonly string[]} pages their addresses in it
 * @param {number} quality of brotli; 11 is what is shipped, 9 is about a tenth more and takes a tenth of the time
 * @returns {Promise<Map<string, {script: number, style: number, html: number}>>} bytes after brotli
 */
export async function weighPages(folder, pages, quality) {
  const files = await filesOfPages(folder, pages);
  const sizeOf = compressedSizes(folder, quality);
  const sum = async (paths) => (await Promise.all(paths.map(sizeOf))).reduce((all, size) => all + size, 0);
  const weigh = async (page) => {
    const fetched = files.get(page);
    const ending = (end) => fetched.filter((path) => path.endsWith(end));
    return {
      script: await sum(ending('.js')),
      style: await sum(ending('.css')),
      html: await sizeOf(`${page}index.html`),
    };
  };
  return new Map(await Promise.all(pages.map(async (page) => [page, await weigh(page)])));
}
