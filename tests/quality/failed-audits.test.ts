import { expect, test } from 'vitest';
import type { AuditReport } from '../../scripts/bench/audit-page.mjs';
import { failedAudits } from './failed-audits';

const audit = (id: string, score: number | null, items: readonly unknown[] = []) => ({
  id,
  title: `Title of ${id}`,
  score,
  details: { items },
});
const report: AuditReport = {
  categories: {
    seo: {
      title: 'SEO',
      score: 0.5,
      auditRefs: [
        { id: 'canonical', weight: 1 },
        { id: 'link-text', weight: 1 },
        { id: 'advice', weight: 0 },
        { id: 'not-applicable', weight: 1 },
      ],
    },
  },
  audits: {
    canonical: audit('canonical', 1),
    'link-text': audit('link-text', 0, [
      { node: { selector: 'main > a', snippet: '<a>here</a>' } },
      { count: 2 },
    ]),
    advice: audit('advice', 0),
    'not-applicable': audit('not-applicable', null),
  },
};

test('a failed audit is told with its id, its title and every place', () => {
  expect(failedAudits(report, 'seo')).toEqual([
    'link-text: Title of link-text\n  main > a: <a>here</a>\n  {"count":2}',
  ]);
});

test('a category that is not in the report has no failed audits', () => {
  expect(failedAudits(report, 'speed')).toEqual([]);
});
