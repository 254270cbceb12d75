import { describe, expect, test } from 'vitest';
import type { Unit } from './read-unit';
import { blocksOf, waysInto } from './ways';

/** What of a unit decides on its ways, as if nothing were in it. */
const bare = {
  part: 'steps',
  lesson: { examples: [], runnable: [], comparisons: 0 },
  questions: [],
  exercise: null,
  cards: [],
} as unknown as Unit;

const offered = (unit: Unit) =>
  waysInto(unit)
    .filter(({ missing }) => missing === null)
    .map(({ id }) => id);

const withLesson = (lesson: Partial<Unit['lesson']>, rest: Partial<Unit> = {}): Unit => ({
  ...bare,
  ...rest,
  lesson: { ...bare.lesson, ...lesson },
});

describe('the ways into a unit', () => {
  test('that holds prose alone are to read it and to look it up; the others say why they are missing', () => {
    expect(offered(bare)).toEqual(['read', 'reference']);
    expect(waysInto(bare).find(({ id }) => id === 'try')?.missing).toBe('it has no exercise');
  });

  test.each([
    ['a recorded run', withLesson({ examples: ['a'] }), ['watch']],
    ['an example to run', withLesson({ examples: ['a'], runnable: ['a'] }), ['watch', 'build']],
    ['a comparison', withLesson({ examples: ['a', 'b'], comparisons: 1 }), ['watch', 'compare']],
    ['an exercise to write', { ...bare, exercise: { kind: 'write' } } as Unit, ['try']],
    ['an exercise to fix', { ...bare, exercise: { kind: 'fix' } } as Unit, ['try', 'fix']],
    ['the wrong code of a pitfall', withLesson({ examples: ['a'] }, { part: 'pitfalls' }), ['watch', 'fix']],
  ])('with %s are more', (_what, unit, more) => {
    expect(offered(unit).filter((id) => id !== 'read' && id !== 'reference')).toEqual(more);
  });
});

describe('a placed run', () => {
  test('is where to build when it is the first that can be changed', () => {
    const unit = withLesson({ examples: ['a', 'b', 'c'], runnable: ['b', 'c'] });
    expect(blocksOf(unit, 'b', { runnable: true })).toBe('run code build');
    expect(blocksOf(unit, 'c', { runnable: true })).toBe('run code');
    expect(blocksOf(unit, 'a', { runnable: false })).toBe('run');
  });

  test('is the broken layer when it is the first of a pitfall', () => {
    const unit = withLesson({ examples: ['wrong', 'right'] }, { part: 'pitfalls' });
    expect(blocksOf(unit, 'wrong', { runnable: false }).split(' ')).toContain('broken');
    expect(blocksOf(unit, 'right', { runnable: false }).split(' ')).not.toContain('broken');
  });
});
