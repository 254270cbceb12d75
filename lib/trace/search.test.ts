import { describe, expect, test } from 'vitest';
import { firstAfter, lastAtOrBefore, lastBefore } from './search';

describe('binary search over an ascending column', () => {
  const column = Uint32Array.of(2, 4, 4, 9);

  test('finds the last entry at or before a value', () => {
    expect([1, 2, 3, 4, 8, 9, 99].map((value) => lastAtOrBefore(column, value))).toEqual([
      -1, 0, 0, 2, 2, 3, 3,
    ]);
  });

  test('finds the last entry strictly before a value', () => {
    expect([2, 4, 9, 99].map((value) => lastBefore(column, value))).toEqual([-1, 0, 2, 3]);
  });

  test('finds the first entry after a value, or the end', () => {
    expect([1, 4, 9].map((value) => firstAfter(column, value))).toEqual([0, 3, 4]);
  });
});
