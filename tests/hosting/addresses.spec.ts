/** The addresses that a build writes into its files. No page is opened: what is written is read. */
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { ADDRESS, BASE, plainFolder, siteFolder } from './site-below';

const SITE = `${ADDRESS}${BASE}`;
const LESSON = '/learn/simple-async-middleware/';

const pagesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.html'));

const read = (folder: string, name: string) => readFileSync(join(folder, name), 'utf8');

const page = (folder: string, path: string) => read(folder, join(path, 'index.html'));

/** Names a host and no file; Next writes it where a page may come to need a font, as that of Monaco's icons. */
const PRECONNECT = /<link rel="preconnect"[^>]*>/g;

/** What a page refers to on its own host, without what stands behind `#` or `?`. */
const references = (html: string) =>
  [...html.replace(PRECONNECT, '').matchAll(/\s(?:href|src)="(\/[^"#?]*)/g)].map(([, path = '']) =>
    decodeURI(path),
  );

const contentOf = (html: string, attribute: string) =>
  new RegExp(`<(?:meta|link) ${attribute} (?:content|href)="([^"]*)"`).exec(html)?.[1];

function isServed(folder: string, path: string): boolean {
  const file = join(folder, path);
  return existsSync(file) && (statSync(file).isFile() || existsSync(join(file, 'index.html')));
}

for (const [what, folder, base] of [
  ['at the root of its host', plainFolder, ''],
  ['below a folder', siteFolder, BASE],
] as const) {
  test(`${what}, all that pages refer to is there`, () => {
    const found = new Map<string, string>();
    for (const name of pagesOf(folder)) {
      for (const path of references(read(folder, name))) found.set(path, name);
    }
    expect(found.size).toBeGreaterThan(100);
    const lost = [...found].filter(
      ([path]) => !path.startsWith(`${base}/`) || !isServed(folder, path.slice(base.length)),
    );
    expect(lost).toEqual([]);
  });

  test(`${what}, the manifest, the service worker and the headers name that place`, () => {
    const manifest = JSON.parse(read(folder, 'manifest.webmanifest'));
    expect(manifest).toMatchObject({ start_url: `${base}/`, scope: `${base}/` });
    for (const { src } of manifest.icons) {
      expect(src).toMatch(new RegExp(`^${base}/icons/`));
      expect(isServed(folder, src.slice(base.length))).toBe(true);
    }
    const kept = [...read(folder, 'sw.js').matchAll(/"?url"?:"([^"]+)"/g)].map(([, url = '']) =>
      decodeURI(url),
    );
    expect(kept.length).toBeGreaterThan(500);
    expect(
      kept.filter((url) => !url.startsWith(`${base}/`) || !isServed(folder, url.slice(base.length))),
    ).toEqual([]);
    expect(
      read(folder, '_headers')
        .match(/^\S+/gm)
        ?.every((path) => path.startsWith(`${base}/`)),
    ).toBe(true);
  });
}

test('a build that knows its host gives full addresses', () => {
  const lesson = page(siteFolder, LESSON);
  const card = `${SITE}/cards/simple-async-middleware.png`;
  expect(contentOf(lesson, 'rel="canonical"')).toBe(`${SITE}${LESSON}`);
  expect(contentOf(lesson, 'property="og:url"')).toBe(`${SITE}${LESSON}`);
  expect(contentOf(lesson, 'property="og:image"')).toBe(card);
  expect(contentOf(lesson, 'name="twitter:image"')).toBe(card);
  expect(isServed(siteFolder, card.slice(SITE.length))).toBe(true);
  expect(contentOf(page(siteFolder, '/'), 'rel="canonical"')).toBe(`${SITE}/`);

  const sitemap = [...read(siteFolder, 'sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, url = '']) => url,
  );
  expect(sitemap).toContain(`${SITE}${LESSON}`);
  for (const url of sitemap) {
    expect(contentOf(page(siteFolder, url.slice(SITE.length)), 'rel="canonical"')).toBe(url);
  }
  expect(read(siteFolder, 'robots.txt')).toContain(`Sitemap: ${SITE}/sitemap.xml`);
  expect(read(siteFolder, 'feed.xml')).toContain(`<link href="${SITE}${LESSON}"/>`);
  expect(lesson).toContain(`type="application/atom+xml" href="${SITE}/feed.xml"`);
  expect(read(siteFolder, 'llms.txt')).toContain(`(${SITE}${LESSON})`);
});

test('a build that does not know its host claims no address, and names no file that it lacks', () => {
  const lesson = page(plainFolder, LESSON);
  for (const name of [
    'rel="canonical"',
    'property="og:url"',
    'property="og:image"',
    'name="twitter:image"',
  ]) {
    expect(contentOf(lesson, name)).toBeUndefined();
  }
  expect(contentOf(lesson, 'property="og:title"')).toBe('Writing a simple async middleware');
  expect(lesson).not.toContain('feed.xml');
  expect(existsSync(join(plainFolder, 'sitemap.xml'))).toBe(false);
  expect(existsSync(join(plainFolder, 'feed.xml'))).toBe(false);
  expect(read(plainFolder, 'robots.txt')).not.toContain('Sitemap');
  expect(read(plainFolder, 'llms.txt')).toContain(`(${LESSON})`);
  expect(pagesOf(plainFolder).filter((name) => read(plainFolder, name).includes('localhost'))).toEqual([]);
});
