/** Ruff itself, as the worker runs it, over what the course says about its rules. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { beforeAll, describe, expect, it } from 'vitest';
import { readExplainedRules } from '@/lib/course/hints';
import { createLinter, type Linter } from './linter';
import { ruffOptions, SYNTAX } from './options';

const rules = readExplainedRules('content');
let linter: Linter;

beforeAll(() => {
  const wasm = createRequire(import.meta.url).resolve('@astral-sh/ruff-wasm-web/ruff_wasm_bg.wasm');
  linter = createLinter(new WebAssembly.Module(readFileSync(wasm)));
});

const codesOf = (source: string) => linter.check(source).map(({ code }) => code);

describe('each rule that the course explains', () => {
  it.each(rules)('$rule is broken by its sample, and by nothing else in it', ({ rule, fires }) => {
    expect(new Set(codesOf(fires))).toEqual(new Set([rule]));
  });

  it.each(rules)('$rule is content with what the course writes instead', ({ mended }) => {
    expect(codesOf(mended)).toEqual([]);
  });
});

describe('a text', () => {
  it('may use the names that a run brings, and no others', () => {
    const [unknown, ...rest] = linter.check('log("here")\nburn(20)\nlogg("there")\n');
    expect(unknown).toMatchObject({
      code: 'F821',
      from: { line: 3, column: 1 },
      to: { line: 3, column: 5 },
    });
    expect(rest).toEqual([]);
  });

  it('is measured in the units of an editor, whatever it is written in', () => {
    const [unknown] = linter.check('print("🍵", nobody)\n');
    expect(unknown?.from).toEqual({ line: 1, column: 13 });
  });

  it('may be of the interpreter’s own version of Python', () => {
    expect(
      codesOf(
        'def layer():\n    try:\n        log("a")\n    except KeyError, ValueError:\n        log("b")\n',
      ),
    ).toEqual([]);
  });

  it('that is not used in part says so', () => {
    expect(linter.check('import asyncio\n')).toEqual([
      expect.objectContaining({ code: 'F401', isUnnecessary: true }),
    ]);
  });

  it('that Python cannot read is not formatted, and the line is named', () => {
    expect(linter.format('x = 1\ny = = 2\n')).toEqual({
      kind: 'refused',
      line: 2,
      reason: 'Expected an expression',
    });
    expect(codesOf('y = = 2\n')).toContain(SYNTAX);
  });

  it('is formatted as the course’s own files are', () => {
    const { kind, ...rest } = linter.format("async def layer( request ):\n  return await f( 'a' )");
    expect({ kind, ...rest }).toEqual({
      kind: 'formatted',
      source: 'async def layer(request):\n    return await f("a")\n',
    });
  });
});

it('the names that a run brings are those of the course’s own settings', () => {
  const [, names] = /^builtins = (\[.*\])$/m.exec(readFileSync('content/ruff.toml', 'utf8')) ?? [];
  expect(JSON.parse(names ?? '')).toEqual(ruffOptions.builtins);
});
