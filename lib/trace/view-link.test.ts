import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readViewLink, type ViewLink, writeViewLink } from './view-link';

const link: ViewLink = {
  run: 'simple-async-middleware/holding-the-loop',
  axis: 'time',
  plumbing: 'shown',
  at: 12.5,
  from: 100,
  to: 2000.25,
  row: 'layer-2-1',
  mark: 34,
};

describe('a link to a moment', () => {
  test('is read back as it was written', () => {
    expect(readViewLink(`#${writeViewLink(link)}`)).toEqual(link);
    expect(readViewLink(writeViewLink({ axis: 'steps', file: 'ab12cd34' }))).toEqual({
      axis: 'steps',
      file: 'ab12cd34',
    });
  });

  test('can be read by people', () => {
    expect(writeViewLink({ run: 'samples/rush-hour', axis: 'time', at: 1 / 3 })).toBe(
      'run=samples/rush-hour&axis=time&at=0.333',
    );
  });

  test('that says nothing is none', () => {
    expect(readViewLink('')).toBe('none');
    expect(readViewLink('#')).toBe('none');
  });

  test.each([
    ['an unknown key', 'run=a/b&speed=3'],
    ['a path out of the site', 'run=../secret'],
    ['half a window', 'axis=time&from=3'],
    ['a window that ends before it begins', 'from=30&to=3'],
    ['half a selection', 'row=request-1'],
    ['a number that is none', 'at=soon'],
    ['a number below the beginning', 'at=-1'],
    ['two runs', 'run=a/b&file=ab12cd34'],
    ['a key twice', 'at=1&at=2'],
    ['an anchor', '#run-holding-the-loop'],
  ])('with %s is broken', (_what, hash) => {
    expect(readViewLink(hash)).toBe('broken');
  });

  test('made of anything at all is read or called broken, never an error', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readViewLink(text);
        expect(read === 'broken' || read === 'none' || typeof read === 'object').toBe(true);
      }),
    );
  });
});
