import { describe, expect, test } from 'vitest';
import { formatCountDifference, formatDifference, formatDuration, formatProgress, list } from './duration';

describe('durations are written for a reader', () => {
  test.each([
    [0, '0 ms'],
    [1, '1 µs'],
    [850, '850 µs'],
    [999.6, '1 ms'],
    [1500, '1.5 ms'],
    [50_060, '50.1 ms'],
    [200_003, '200 ms'],
    [999_800, '1 s'],
    [1_250_000, '1.25 s'],
    [-180_000, '-180 ms'],
  ])('%i microseconds read %s', (microseconds, words) => {
    expect(formatDuration(microseconds)).toBe(words);
  });

  test('progress names one unit for both ends', () => {
    expect(formatProgress(140_000, 620_000)).toBe('140 of 620 ms');
    expect(formatProgress(1_500, 12_000)).toBe('1.5 of 12 ms');
    expect(formatProgress(500_000, 2_000_000)).toBe('0.5 of 2 s');
  });

  test('a difference always has its sign', () => {
    expect([-180_000, 2000, 0].map(formatDifference)).toEqual(['−180 ms', '+2 ms', '±0']);
    expect([-1, 2, 0].map(formatCountDifference)).toEqual(['−1', '+2', '±0']);
  });

  test('words are joined as in a sentence', () => {
    expect(['', 'A', 'A and B', 'A, B and C']).toEqual([
      list([]),
      list(['A']),
      list(['A', 'B']),
      list(['A', 'B', 'C']),
    ]);
  });
});
