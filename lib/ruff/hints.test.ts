import { describe, expect, it } from 'vitest';
import type { Diagnostic } from './diagnostic';
import type { Explanations } from './explanation';
import { hintsOf } from './hints';
import { SYNTAX } from './options';

const explanations: Explanations = {
  ASYNC251: {
    title: '`time.sleep` holds the event loop',
    why: 'It has one thread.',
    instead: 'Await.',
    unit: { title: 'A pitfall', address: '/learn/pitfall/' },
  },
};

const found = (code: string, line: number, message = `what Ruff says of ${code}`): Diagnostic => ({
  code,
  message,
  from: { line, column: 5 },
  to: { line, column: 9 },
  isUnnecessary: false,
});

describe('hints', () => {
  it('are in the words of the course where it has some, and in Ruff’s where it has none', () => {
    const [sleep, name] = hintsOf([found('ASYNC251', 3), found('F821', 4)], explanations, 'example');
    expect(sleep).toMatchObject({ code: 'ASYNC251', title: '`time.sleep` holds the event loop' });
    expect(sleep?.explanation?.unit.address).toBe('/learn/pitfall/');
    expect(name).toMatchObject({ code: 'F821', title: 'what Ruff says of F821', explanation: null });
  });

  it('about the same thing on several lines are one, with all the places', () => {
    const hints = hintsOf(
      [found('ASYNC251', 3), found('F821', 4), found('ASYNC251', 9)],
      explanations,
      'example',
    );
    expect(hints.map(({ stretches }) => stretches.map(({ from }) => from.line))).toEqual([[3, 9], [4]]);
  });

  it('about different names stay apart', () => {
    const unknown = [found('F821', 1, 'Undefined name `a`'), found('F821', 2, 'Undefined name `b`')];
    expect(hintsOf(unknown, explanations, 'example')).toHaveLength(2);
  });

  it('name only the first place that Python cannot read', () => {
    const broken = [found(SYNTAX, 2, 'Expected an expression'), found(SYNTAX, 7, 'Unexpected indentation')];
    const [hint, ...rest] = hintsOf(broken, explanations, 'example');
    expect(hint).toMatchObject({ code: null, title: 'Python cannot read this: expected an expression' });
    expect(hint?.stretches).toHaveLength(1);
    expect(rest).toEqual([]);
  });
});

describe('in an exercise', () => {
  const all = [found(SYNTAX, 1), found('F401', 2), found('F821', 3), found('ASYNC251', 4)];
  const codes = (occasion: Parameters<typeof hintsOf>[2]) =>
    hintsOf(all, explanations, occasion).map(({ code }) => code);

  it('what the course teaches is not given away before the first check', () => {
    expect(codes('exercise before its first check')).toEqual([null, 'F821']);
  });

  it('it is said after it, and imports that the answer may need are let be', () => {
    expect(codes('exercise')).toEqual([null, 'F821', 'ASYNC251']);
  });
});
