import { expect, it } from 'vitest';
import { type Edit, indent, newLine, outdent } from './typing';

const apply = (text: string, { from, to, text: inserted }: Edit) =>
  text.slice(0, from) + inserted + text.slice(to);

it('keeps the depth of the line on Enter', () => {
  expect(apply('    a = 1', newLine('    a = 1', 9, 9))).toBe('    a = 1\n    ');
});

it('goes one level deeper after a colon, with or without a comment', () => {
  expect(newLine('def f():', 8, 8).text).toBe('\n    ');
  expect(newLine('  if x:  # why', 14, 14).text).toBe('\n      ');
});

it('does not take a colon behind the caret for the end of the line', () => {
  expect(newLine('x[1:2]', 3, 3).text).toBe('\n');
});

it('fills up to the next column of four on Tab', () => {
  expect(indent('ab', 2, 2).text).toBe('  ');
  expect(indent('', 0, 0).text).toBe('    ');
});

it('moves all lines of a selection, and leaves empty ones empty', () => {
  expect(apply('a\n\nb', indent('a\n\nb', 0, 4))).toBe('    a\n\n    b');
});

it('takes one level back, and no more than there is', () => {
  expect(apply('      a\n  b', outdent('      a\n  b', 2, 11))).toBe('  a\nb');
});
