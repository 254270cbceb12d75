import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Json, pythonLiteral } from './python-literal';

/** What Python reads in a source, as JSON again. */
function asPythonReads(sources: readonly string[]): unknown {
  const program =
    'import ast, json, sys; print(json.dumps([ast.literal_eval(s) for s in json.load(sys.stdin)]))';
  return JSON.parse(
    execFileSync('python3', ['-c', program], { input: JSON.stringify(sources), encoding: 'utf8' }),
  );
}

describe('JSON as Python source', () => {
  test.each([
    [null, 'None'],
    [true, 'True'],
    [false, 'False'],
    [0.5, '0.5'],
    [-3, '-3'],
    ['say "é"\n', '"say \\"é\\"\\n"'],
    [[], '[]'],
    [{}, '{}'],
    [{ a: [1, null] }, '{"a": [1, None]}'],
    [{ a: undefined, b: 1 }, '{"b": 1}'],
  ])('%j is %s', (value, source) => {
    expect(pythonLiteral(value as Json)).toBe(source);
  });

  test('what is too long for a line has a line for each item', () => {
    const long = 'x'.repeat(50);
    expect(pythonLiteral({ first: [long, long], second: 1 })).toBe(
      `{\n    "first": [\n        "${long}",\n        "${long}",\n    ],\n    "second": 1,\n}`,
    );
  });

  test('what stands before it on its line counts', () => {
    const list = ['x'.repeat(40), 'y'.repeat(30)];
    expect(pythonLiteral(list, 3)).not.toContain('\n');
    expect(pythonLiteral(list, 30)).toContain('\n');
  });

  test('Python reads back whatever was written', () => {
    const values = fc.sample(fc.jsonValue({ noUnicodeString: false }), { numRuns: 300, seed: 1 }) as Json[];
    expect(asPythonReads(values.map((value) => pythonLiteral(value)))).toEqual(values);
  });
});
