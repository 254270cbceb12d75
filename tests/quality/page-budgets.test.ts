import { expect, test } from 'vitest';
import { excessOf, kindOf } from './page-budgets';

const BUDGET = { script: 1_000, style: 500, html: 2_000 };

test('a page within its budget has nothing to be said of it', () => {
  expect(excessOf('/', BUDGET, BUDGET)).toEqual([]);
});

test('what is above is told by page, part and bytes', () => {
  expect(excessOf('/learn/hooks/', { script: 1_200, style: 500, html: 2_001 }, BUDGET)).toEqual([
    '/learn/hooks/: its JavaScript has 1,200 bytes, 200 more than its budget.',
    '/learn/hooks/: its HTML has 2,001 bytes, 1 more than its budget.',
  ]);
});

test('every page has a kind', () => {
  expect(['/', '/learn/hooks/', '/playground/', '/404/'].map(kindOf)).toEqual([
    'landing',
    'lesson',
    'playground',
    'other',
  ]);
});
