/** Which budget a page has, and by how much it is above it. */
import type { PageWeight } from '../../scripts/bench/page-weight.mjs';

const PARTS = { script: 'JavaScript', style: 'CSS', html: 'HTML' } as const satisfies Record<
  keyof PageWeight,
  string
>;

/** @param page an address such as `/learn/hooks/` */
export function kindOf(page: string): 'landing' | 'lesson' | 'playground' | 'other' {
  if (page === '/') return 'landing';
  if (page.startsWith('/learn/')) return 'lesson';
  return page === '/playground/' ? 'playground' : 'other';
}

/** A sentence for each part of the page that is above its budget; all are bytes after brotli. */
export function excessOf(page: string, weight: PageWeight, budget: PageWeight): string[] {
  return (['script', 'style', 'html'] as const)
    .filter((part) => weight[part] > budget[part])
    .map((part) => {
      const [bytes, above] = [weight[part], weight[part] - budget[part]].map((size) =>
        size.toLocaleString('en'),
      );
      return `${page}: its ${PARTS[part]} has ${bytes} bytes, ${above} more than its budget.`;
    });
}
