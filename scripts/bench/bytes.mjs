/** What goes over the wire, from a host that compresses nothing and from one that compresses with brotli. */
import { brotliCompressSync, constants } from 'node:zlib';

const COMPRESSIBLE = /\.(html|js|css|json|svg|txt)$|\/$/;
const brotli = (body) =>
  brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length;

/**
 * Collects every response of a page.
 * @param {import('@playwright/test').Page} page
 */
export function recordResponses(page) {
  const responses = [];
  const add = (response) => responses.push(response.body().then((body) => ({ url: response.url(), body })));
  page.on('response', add);
  return {
    /** @returns {Promise<{total: number, script: number, style: number, html: number}>} brotli bytes by kind */
    async compressed() {
      page.off('response', add);
      const sizes = { total: 0, script: 0, style: 0, html: 0 };
      for (const { url, body } of await Promise.all(responses)) {
        const { pathname } = new URL(url);
        const size = COMPRESSIBLE.test(pathname) ? brotli(body) : body.length;
        const kind = pathname.endsWith('.js') ? 'script' : pathname.endsWith('.css') ? 'style' : 'html';
        sizes.total += size;
        sizes[kind] += size;
      }
      return sizes;
    },
  };
}
