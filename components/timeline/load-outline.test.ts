import { expect, test } from 'vitest';
import { outlineOf } from './load-outline';

test('a share is as high as it is large, from the left edge of its window to the right one', () => {
  expect(outlineOf([0.5, 1], [0, 10, 30], 50)).toBe('M0 50V25H10V0H30V50Z');
});

test('windows without a share have no outline', () => {
  expect(outlineOf([0, 1, 0, 0.2], [0, 10, 20, 30, 40], 50)).toBe('M10 50V0H20V50ZM30 50V40H40V50Z');
  expect(outlineOf([0, 0], [0, 10, 20], 50)).toBe('');
});
