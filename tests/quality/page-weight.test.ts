/** What each page of the built site weighs before any interaction, and what a first run fetches, within their budgets. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { filesToKeep } from '@/lib/offline/caches';
import { builtRuff } from '@/lib/ruff/ruff.generated';
import { exportedPages, type PageWeight, weighPages } from '../../scripts/bench/page-weight.mjs';
import budgets from './budgets.json' with { type: 'json' };
import { excessOf, kindOf } from './page-budgets';

const OUT = join(import.meta.dirname, '..', '..', 'out');
const pages = exportedPages(OUT);

describe('before any interaction', () => {
  let weights: ReadonlyMap<string, PageWeight>;
  beforeAll(async () => {
    weights = await weighPages(OUT, pages, budgets.brotliQuality);
  });

  test.each(pages)('%s weighs no more than its kind may', (page) => {
    const weight = weights.get(page);
    expect(weight).toBeDefined();
    if (weight) expect(excessOf(page, weight, budgets.pages[kindOf(page)])).toEqual([]);
  });
});

test('the interpreter that a first run fetches is within its budget', () => {
  const manifest = JSON.parse(readFileSync(join(OUT, 'runtime', 'manifest.json'), 'utf8'));
  const { files, bytes } = filesToKeep(manifest);
  expect(files.length).toBeGreaterThan(0);
  expect(bytes, 'bytes on the wire, from a host that compresses nothing').toBeLessThanOrEqual(
    budgets.interpreter,
  );
});

test('what a first edit fetches of Ruff is within its budget', () => {
  const bytes = Object.values(builtRuff).reduce((sum, file) => sum + file.bytes, 0);
  expect(bytes).toBeLessThanOrEqual(budgets.ruff);
});
