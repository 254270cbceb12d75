/** The pages that the build exported. */
import { readdirSync } from 'node:fs';

/** Their files, relative to the site's folder. */
export const exportedPages = (site: string): readonly string[] =>
  readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.html'))
    .sort();

/** What a host shows for an address that is none; it has none of its own. */
const NOT_FOUND = /^(404|_not-found)\b/;

/** The addresses of all that a reader can be sent to. */
export const exportedAddresses = (site: string): readonly string[] =>
  exportedPages(site)
    .filter((name) => !NOT_FOUND.test(name))
    .map((name) => `/${name.replace(/index\.html$/, '')}`);
