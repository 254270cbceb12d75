/** What the site says of itself to others: its pictures, and the files that feeds and crawlers read. Build time only. */
import type { UnitSummary } from './map';
import { unitAddress } from './map';

export const SITE_TITLE = 'Await Points: async middleware in Django';

/** Pixels; the first is what a browser asks for to install a site. */
export const ICON_SIZES = [192, 512] as const;

export const iconFile = (size: number): string => `await-points-${size}.png`;

/** The picture of the course as a whole. */
export const COURSE_CARD = 'course.png';

export const cardFile = (unitId: string): string => `${unitId}.png`;

/** Pages beside the lessons that a search engine should know. */
const PAGES = ['/', '/playground/', '/claims/', '/glossary/', '/timeline/', '/licences/', '/privacy/'];

type Published = Pick<UnitSummary, 'id' | 'title' | 'summary'> & {
  /** The day on which the unit came out: 2026-11-26. */
  readonly published?: string | undefined;
};

const escaped = (text: string) =>
  text
    .replaceAll('`', '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

/** `sitemap.xml`. `site` is the site's own address, with the folder it is served from and without a slash at its end. */
export function sitemap(site: string, units: readonly Published[]): string {
  const paths = [...PAGES, ...units.map(({ id }) => unitAddress(id))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">',
    ...paths.map((path) => `  <url><loc>${escaped(site + path)}</loc></url>`),
    '</urlset>',
    '',
  ].join('\n');
}

/** `feed.xml`, an Atom feed (RFC 4287) of the units, the newest first. */
export function feed(site: string, units: readonly Published[]): string {
  const dated = units
    .flatMap((unit) => (unit.published === undefined ? [] : [{ ...unit, published: unit.published }]))
    .sort((one, other) => other.published.localeCompare(one.published));
  const time = (day: string) => `${day}T00:00:00Z`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom">',
    '  <title>Await Points</title>',
    '  <subtitle>Async middleware in Django, with runs to look into</subtitle>',
    `  <id>${escaped(`${site}/`)}</id>`,
    `  <link href="${escaped(`${site}/`)}"/>`,
    `  <link rel="self" href="${escaped(`${site}/feed.xml`)}"/>`,
    `  <updated>${time(dated[0]?.published ?? '1970-01-01')}</updated>`,
    '  <author><name>Await Points</name></author>',
    ...dated.flatMap(({ id, title, summary, published }) => {
      const address = escaped(site + unitAddress(id));
      return [
        '  <entry>',
        `    <title>${escaped(title)}</title>`,
        `    <id>${address}</id>`,
        `    <link href="${address}"/>`,
        `    <updated>${time(published)}</updated>`,
        `    <summary>${escaped(summary)}</summary>`,
        '  </entry>',
      ];
    }),
    '</feed>',
    '',
  ].join('\n');
}

/** `robots.txt`; a sitemap has to be named by its full address. */
export function robots(site: string | null): string {
  return ['User-agent: *', 'Allow: /', ...(site === null ? [] : [`Sitemap: ${site}/sitemap.xml`]), ''].join(
    '\n',
  );
}

/** `llms.txt` (llmstxt.org): the course in a page that a language model can read. `base` is its address, or its folder. */
export function languageModelIndex(base: string, units: readonly Published[]): string {
  return [
    '# Await Points',
    '',
    '> An interactive course on async middleware in Django 5.2. Every statement is shown by a run of real Django on',
    '> CPython, in the browser, with virtual threads and time; the runs can be changed.',
    '',
    '## Units',
    '',
    ...units.map(({ id, title, summary }) => `- [${title}](${base}${unitAddress(id)}): ${summary}`),
    '',
    '## Beside them',
    '',
    `- [What people say](${base}/claims/): common sentences about async Django, each decided by a run`,
    `- [Glossary](${base}/glossary/)`,
    `- [Playground](${base}/playground/): build a stack and run it`,
    '',
  ].join('\n');
}

/**
 * `_headers`, for static hosts that take such a file. The site needs none of them: each page carries its policy. They
 * let what has a hash in its name be kept for good, and add what a page cannot say of itself.
 */
export function headersFile(base: string): string {
  const forever = '  Cache-Control: public, max-age=31536000, immutable';
  return [
    `${base}/*`,
    '  X-Content-Type-Options: nosniff',
    '  Referrer-Policy: no-referrer',
    "  Content-Security-Policy: frame-ancestors 'none'",
    '  Permissions-Policy: camera=(), geolocation=(), microphone=()',
    `${base}/_next/static/*`,
    forever,
    `${base}/runtime/*`,
    forever,
    `${base}/ruff/*`,
    forever,
    '',
  ].join('\n');
}
