/**
 * After the export: the files that crawlers, feeds and hosts read. `SITE_URL` is the address under which the site will
 * stand, without its folder; what has to name full addresses is left out where it is not given.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fail, Missing } from './missing.mjs';
import { root, siteFolder } from './root.mjs';
import { importTypeScript } from './typescript-module.mjs';

/** The address of the site with its folder; null where it is not told. */
function siteAddress(base) {
  const given = process.env.SITE_URL ?? '';
  if (given === '') return null;
  if (!URL.canParse(given) || !/^https?:$/.test(new URL(given).protocol)) {
    throw new Missing(`SITE_URL must be an address such as https://example.org, not "${given}".`);
  }
  return `${given.replace(/\/+$/, '')}${base}`;
}

try {
  const { feed, headersFile, languageModelIndex, robots, sitemap } =
    await importTypeScript('lib/course/site.ts');
  const { readUnit, unitIds } = await importTypeScript('lib/course/read-unit.ts');
  const { inCourseOrder } = await importTypeScript('lib/course/map.ts');
  const content = join(root, 'content');
  const units = inCourseOrder(unitIds(content).map((id) => readUnit(content, id)));
  const base = process.env.BASE_PATH ?? '';
  const site = siteAddress(base);
  const files = {
    'robots.txt': robots(site),
    'llms.txt': languageModelIndex(site ?? base, units),
    _headers: headersFile(base),
    ...(site === null ? {} : { 'sitemap.xml': sitemap(site, units), 'feed.xml': feed(site, units) }),
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(siteFolder(), name), text);
  console.log(`Beside the pages: ${Object.keys(files).join(', ')}.`);
} catch (error) {
  fail(error);
}
