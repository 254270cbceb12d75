/**
 * Lighthouse, with its settings for a phone, on a page of each kind. What it says of speed depends on the machine, and
 * is measured by `npm run bench -- lighthouse`.
 */
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type AuditReport, auditPage } from '../../scripts/bench/audit-page.mjs';
import { serveStatic } from '../../scripts/static-server.mjs';
import { described, failedAudits } from './failed-audits';

const PAGES = ['/', '/learn/simple-async-middleware/', '/playground/'];
const CATEGORIES = ['accessibility', 'best-practices', 'seo'];
const SHIFT = 'cumulative-layout-shift';
const SHIFTS = 'layout-shifts';

let site: Awaited<ReturnType<typeof serveStatic>>;
beforeAll(async () => {
  site = await serveStatic({ folder: join(import.meta.dirname, '..', '..', 'out'), port: 0 });
});
afterAll(() => site.close());

for (const page of PAGES) {
  describe(`Lighthouse on ${page}`, () => {
    let report: AuditReport;
    beforeAll(async () => {
      report = await auditPage(`${site.origin}${page}`, { categories: CATEGORIES, audits: [SHIFT, SHIFTS] });
    });

    test.each(CATEGORIES)('100 for %s', (category) => {
      expect(failedAudits(report, category)).toEqual([]);
      expect(report.categories[category]?.score).toBe(1);
    });

    test('nothing moves while it loads', () => {
      const { [SHIFT]: shift, [SHIFTS]: shifts } = report.audits;
      expect(shift?.numericValue, shifts && described(shifts)).toBe(0);
    });
  });
}
