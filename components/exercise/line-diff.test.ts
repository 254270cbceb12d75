import fc from 'fast-check';
import { expect, it } from 'vitest';
import { diffLines } from './line-diff';

const signs = { same: ' ', added: '+', removed: '-' };
const drawn = (before: string, after: string) =>
  diffLines(before, after).map(({ kind, text }) => `${signs[kind]}${text}`);

it('shows nothing but the change', () => {
  expect(drawn('def f():\n    a\n    c', 'def f():\n    b\n    c')).toEqual([
    ' def f():',
    '-    a',
    '+    b',
    '     c',
  ]);
});

it('numbers the lines of each side', () => {
  expect(diffLines('a\nb', 'b').map(({ before, after }) => [before, after])).toEqual([
    [1, null],
    [2, 1],
  ]);
});

it('gives back both texts, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(text, text, (before, after) => {
      const lines = diffLines(before, after);
      const side = (left: 'added' | 'removed') =>
        lines
          .filter(({ kind }) => kind !== left)
          .map((line) => line.text)
          .join('\n');
      expect(side('added')).toBe(before);
      expect(side('removed')).toBe(after);
    }),
  );
});
