import { describe, expect, test } from 'vitest';
import { DAY } from './due';
import { intervalWords, itemWords } from './interval';

describe('an interval in words', () => {
  test.each([
    [0, '1 hour'],
    [DAY / 4, '6 hours'],
    [DAY, '1 day'],
    [12.4 * DAY, '12 days'],
    [90 * DAY, '3 months'],
    [800 * DAY, '2 years'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(intervalWords(milliseconds)).toBe(words);
  });
});

test('items are counted by their kind, and a kind that is not there is not named', () => {
  expect(itemWords([{ kind: 'card' }, { kind: 'question' }, { kind: 'card' }])).toBe(
    '2 cards and 1 question',
  );
  expect(itemWords([{ kind: 'question' }])).toBe('1 question');
});
