import { describe, expect, test } from 'vitest';
import { givenNamesIn, withGivenNames } from './given-names';

const IMPORT = 'from project.given import log\n';

describe('names that a run gives', () => {
  test.each([
    ['a call', 'log("in")\n', ['log']],
    ['both', 'def layer(r):\n    burn(5)\n    log("in")\n', ['burn', 'log']],
    ['a method of something else', 'logger.log("in")\nmath.log(2)\n', []],
    ['a longer name', 'catalog()\nlog_in()\n', []],
    ['a comment', '# log("in")\n', []],
    ['its own function', 'def log(text):\n    print(text)\n\nlog("in")\n', []],
    ['its own name', 'log = print\nlog("in")\n', []],
    ['an import', 'from math import exp, log\nlog(2)\n', []],
    ['an import under that name', 'from tools import write as log\nlog("in")\n', []],
  ])('%s', (_what, source, names) => {
    expect(givenNamesIn(source)).toEqual(names);
  });

  test.each([
    ['at the top', '', 'log(1)\n'],
    ['below a docstring', '"""What it does.\n\nimport nothing\n"""\n', 'import os\n\nlog(1)\n'],
    ['below a comment and a docstring of one line', "# x\n'a layer'\n\n", 'log(1)\n'],
    ['below the future', '"""Doc."""\n\nfrom __future__ import annotations\n\n', 'log(1)\n'],
    ['below a future in brackets', 'from __future__ import (\n    annotations,\n)\n', 'log(1)\n'],
  ])('are imported %s', (_where, before, after) => {
    expect(withGivenNames(before + after)).toBe(before + IMPORT + after);
  });

  test('a module that uses none stays as it is', () => {
    expect(withGivenNames('print(1)\n')).toBe('print(1)\n');
  });
});
