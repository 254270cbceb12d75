/** `log` and `burn`: a run gives them to every module of the learner; a project of one's own has to import them. */

const GIVEN = ['burn', 'log'] as const;

/** Where the project has them. */
export const GIVEN_MODULE = 'project/given.py';

export const givenSource = `"""What the course gives to every module: a line of output, and work for the processor."""

import time


def log(text):
    """Write a line."""
    print(text, flush=True)


def burn(milliseconds):
    """Compute for so long."""
    until = time.thread_time() + milliseconds / 1000
    while time.thread_time() < until:
        pass
`;

/** What may stand before the first import: comments, a docstring, imports from the future. */
const BLANKS = /^(?:[ \t]*(?:#[^\n]*)?\n)*/;
const DOCSTRING =
  /^[rRuU]{0,2}(?:"""[\s\S]*?"""|'''[\s\S]*?'''|"(?!"")[^"\n]*"|'(?!'')[^'\n]*')[ \t]*(?:#[^\n]*)?\n/;
const FUTURE = /^from __future__ import (?:\([^)]*\)|[^\n(]*)(?:#[^\n]*)?\n/;

/** The given names that a module uses and nowhere defines. */
export function givenNamesIn(source: string): readonly string[] {
  return GIVEN.filter((name) => {
    const isUsed = new RegExp(`(?<![\\w.])${name}\\(`).test(source.replace(/#[^\n]*/g, ''));
    const isDefined = new RegExp(
      `\\bdef ${name}\\b|^[ \\t]*${name}\\s*[:=]|\\bas ${name}\\b|\\bimport\\b[^\\n#]*\\b${name}\\b`,
      'm',
    ).test(source);
    return isUsed && !isDefined;
  });
}

/** The module with an import of what it was given, and as it is where it uses none of it. */
export function withGivenNames(source: string): string {
  const names = givenNamesIn(source);
  if (names.length === 0) return source;
  let place = 0;
  const skip = (pattern: RegExp) => {
    const length = pattern.exec(source.slice(place))?.[0].length ?? 0;
    place += length;
    return length > 0;
  };
  skip(BLANKS);
  if (skip(DOCSTRING)) skip(BLANKS);
  while (skip(FUTURE)) skip(BLANKS);
  return `${source.slice(0, place)}from project.given import ${names.join(', ')}\n${source.slice(place)}`;
}
