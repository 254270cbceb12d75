import { describe, expect, test } from 'vitest';
import { readRecordFile, writeRecordFile } from './record-file';
import { sampleContents } from './testing/sample-contents';

const file = (change: object) =>
  JSON.stringify({ ...JSON.parse(writeRecordFile(sampleContents, 5)), ...change });

describe('the file of a record', () => {
  test('reads back as it was written', () => {
    expect(readRecordFile(writeRecordFile(sampleContents, 5))).toEqual({
      kind: 'read',
      contents: sampleContents,
      writtenAt: 5,
    });
  });

  test('may be of an older version, without the stores that came later', () => {
    const read = readRecordFile(file({ version: 1, reviews: undefined, preferences: undefined }));
    expect(read).toMatchObject({ kind: 'read', contents: { answers: sampleContents.answers, reviews: {} } });
  });

  test.each([
    ['no JSON', 'PNG', /no JSON/],
    ['other JSON', '{"events": []}', /not a record of Await Points/],
    ['a newer version', file({ version: 99 }), /newer version of the site/],
    ['a store that is a list', file({ answers: [1] }), /damaged/],
    ['no time of writing', file({ writtenAt: undefined }), /damaged/],
    ['a row that cannot be read', file({ answers: { q: { first: 1 } } }), /damaged.*“q” of answers/],
  ])('is refused in a sentence: %s', (_what, text, reason) => {
    const read = readRecordFile(text);
    expect(read).toEqual({ kind: 'refused', reason: expect.stringMatching(reason) });
  });
});
