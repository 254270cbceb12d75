import { describe, expect, it } from 'vitest';
import { firstRowOf, rowCountOf, rowsFrom } from './wrapping';

describe('the rows of wrapped lines', () => {
  it('are as many as lines where nothing wraps', () => {
    expect(firstRowOf(null, 7)).toBe(6);
    expect(rowCountOf(null, 7)).toBe(1);
  });

  it('push the lines below a long one down', () => {
    const rows = rowsFrom([1, 3, 1]);
    expect([1, 2, 3].map((line) => firstRowOf(rows, line))).toEqual([0, 1, 4]);
    expect([1, 2, 3].map((line) => rowCountOf(rows, line))).toEqual([1, 3, 1]);
  });

  it('give a line that was written since a row of its own, below the others', () => {
    const rows = rowsFrom([2, 2]);
    expect([3, 4].map((line) => firstRowOf(rows, line))).toEqual([4, 5]);
    expect([1, 2, 3, 4].map((line) => rowCountOf(rows, line))).toEqual([2, 2, 1, 1]);
  });

  it('give an empty line, which may measure nothing, a row of its own', () => {
    expect(rowsFrom([1, 0, 1])).toEqual([0, 1, 2, 3]);
  });
});
