import { expect, test } from 'vitest';
import { partsOf } from './finding';

test('an excerpt is text, and says which of its words were found', () => {
  expect(partsOf('a &lt;b&gt; <mark>hop</mark> &amp; more')).toEqual([
    { text: 'a <b> ', found: false },
    { text: 'hop', found: true },
    { text: ' & more', found: false },
  ]);
});

test('markup in it stays text', () => {
  expect(partsOf('<img src=x>')).toEqual([{ text: '<img src=x>', found: false }]);
});
