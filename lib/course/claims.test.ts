import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readClaims } from './claims';

const claim = (id: number, more = {}) => ({
  id,
  saying: 'It is so.',
  verdict: 'true',
  inFact: 'It is.',
  ...more,
});
const unit = (...claims: number[]) => ({
  id: 'a-unit',
  title: 'A unit',
  experiments: claims.map((number) => ({
    claim: number,
    says: 'So it is.',
    runs: ['a-run'],
    shows: [{ startsUp: true as const }],
  })),
});

let content: string;
const write = (claims: unknown) => writeFileSync(join(content, 'claims.json'), JSON.stringify(claims));

beforeEach(() => {
  content = mkdtempSync(join(tmpdir(), 'claims-'));
});
afterEach(() => rmSync(content, { recursive: true }));

describe('claims', () => {
  test('each has the experiment that names it, and none where there is none', () => {
    write([claim(1), claim(2)]);
    const [first, second] = readClaims(content, [unit(1)]);
    expect(first?.decidedBy).toMatchObject({ unit: 'a-unit', experiment: { claim: 1 } });
    expect(second?.decidedBy).toBeNull();
  });

  test.each([
    ['a claim that is none', [claim(1)], /experiments\.json: claim 2 is not in claims\.json/],
    ['a claim of words', [claim(1), claim(2, { words: true })], /claim 2 is one of words/],
  ])('an experiment may not name %s', (_what, claims, message) => {
    write(claims);
    expect(() => readClaims(content, [unit(2)])).toThrow(message);
  });

  test('are numbered without a gap', () => {
    write([claim(1), claim(3)]);
    expect(() => readClaims(content, [])).toThrow(/numbered from 1/);
  });
});
