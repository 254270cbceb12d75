import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { coreSeconds, fastMinutes, fastNeighbours, neighbours } from './fast-path';
import { readLesson } from './lesson';
import type { UnitSummary } from './map';
import { unitIds } from './read-unit';
import { unitSchema } from './unit';
import { readJson } from './unit-files';

const unit = (id: string, part: UnitSummary['part'], position: number): UnitSummary => ({
  id,
  part,
  position,
  title: id,
  level: 'foundation',
  minutes: 9,
  summary: '',
  coreSeconds: 100,
});

const course = [
  unit('start', 'start', 1),
  unit('one', 'steps', 1),
  unit('two', 'steps', 2),
  unit('inside', 'inside', 1),
  unit('takeaways', 'end', 1),
];

const ids = ({ previous, next }: ReturnType<typeof neighbours>) => [previous?.id ?? null, next?.id ?? null];

describe('the fast path', () => {
  test('takes its time for words, questions and runs', () => {
    expect(coreSeconds({ words: 200, questions: 0, runs: 0 })).toBe(60);
    expect(coreSeconds({ words: 0, questions: 2, runs: 4 })).toBe(120);
  });

  test('is told in whole minutes, and never in none', () => {
    expect(fastMinutes(course.slice(1, 3))).toBe(3);
    expect(fastMinutes([])).toBe(1);
  });

  test('takes about a quarter of an hour through the seven steps of the course', () => {
    const steps = unitIds('content').filter(
      (id) => readJson(join('content', id, 'unit.json'), unitSchema).part === 'steps',
    );
    expect(steps).toHaveLength(7);
    const minutes = fastMinutes(
      steps.map((id) => ({ coreSeconds: coreSeconds(readLesson(join('content', id, 'lesson.mdx')).core) })),
    );
    expect(minutes).toBeGreaterThanOrEqual(13);
    expect(minutes).toBeLessThanOrEqual(17);
  });

  test('leads from step to step, and from the last one to the takeaways', () => {
    expect(ids(fastNeighbours(course, 'one'))).toEqual([null, 'two']);
    expect(ids(fastNeighbours(course, 'two'))).toEqual(['one', 'takeaways']);
  });

  test('leaves units beside it where they stand in the course', () => {
    expect(ids(fastNeighbours(course, 'inside'))).toEqual(['two', 'takeaways']);
    expect(ids(neighbours(course, 'one'))).toEqual(['start', 'two']);
  });
});
