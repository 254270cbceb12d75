import { describe, expect, it } from 'vitest';
import { caretAfter, differingStretch, endedAs } from './reformat';

/** `|` is the caret. */
function follow(before: string, after: string): string {
  const offset = caretAfter(before.replace('|', ''), after, before.indexOf('|'));
  return `${after.slice(0, offset)}|${after.slice(offset)}`;
}

describe('the edit', () => {
  it.each([
    ['a = [1,2]\nb = 1\n', 'a = [1, 2]\nb = 1\n'],
    ['aaa', 'aa'],
    ['aa', 'aaa'],
    ['', 'x'],
    ['same', 'same'],
  ])('makes %j into %j', (before, after) => {
    const { from, to, text } = differingStretch(before, after);
    expect(before.slice(0, from) + text + before.slice(to)).toBe(after);
  });

  it('leaves alone what is the same before and after it', () => {
    expect(differingStretch('x = 1\ny=2\nz = 3\n', 'x = 1\ny = 2\nz = 3\n')).toEqual({
      from: 7,
      to: 8,
      text: ' = ',
    });
  });
});

describe('the caret', () => {
  it.each([
    ['in the middle of a name', 'x=na|me', 'x = na|me\n'],
    ['in front of everything', '|x=1', '|x = 1\n'],
    ['behind quotes that are swapped', "x = 'a'|", 'x = "a"|\n'],
    ['between arguments', 'f(a,|b)', 'f(a,| b)\n'],
    ['behind a bracket that is spread over lines', 'f(aaa|, bbb)', 'f(\n    aaa|,\n    bbb,\n)\n'],
    ['on a blank line', 'x = 1\n\n|\n\n\n\ny = 2', 'x = 1\n\n|\n\ny = 2\n'],
    ['in the indent of a line', 'if x:\n |  y()', 'if x:\n |   y()\n'],
    ['at the end', 'x=1\n|', 'x = 1\n|'],
    ['behind letters that take two units', 'x = "🍵"|', 'x = "🍵"|\n'],
  ])('stays %s', (_, before, expected) => {
    expect(follow(before, expected.replace('|', ''))).toBe(expected);
  });
});

it('a text without a last new line gets none', () => {
  expect(endedAs('x=1', 'x = 1\n')).toBe('x = 1');
  expect(endedAs('x=1\n', 'x = 1\n')).toBe('x = 1\n');
});
