import { describe, expect, test } from 'vitest';
import { emptyContents } from '@/lib/progress/testing/sample-contents';
import { calibration, standingByConcept, standingByUnit } from './standing';
import { answer, basics, mixing } from './testing/sample-course';

const units = [basics, mixing];
const contents = {
  ...emptyContents,
  visits: {
    basics: { firstAt: 1, latestAt: 2, finishedAt: 2 },
    mixing: { firstAt: 1, latestAt: 2, finishedAt: null },
  },
  answers: {
    'q-one': answer({ correct: true, sure: true }),
    'q-two': answer({ correct: false, sure: true }, { correct: true, sure: true }),
    'q-three': answer({ correct: true, sure: false }),
  },
  exercises: { e01: { attempts: 3, passedAt: 9, hintsSeen: 0, solutionSeen: false } },
};

describe('the standing of a reader', () => {
  test('says of each unit whether it was opened or finished, and what was answered right at first', () => {
    expect(standingByUnit(units, contents)).toMatchObject([
      { state: 'finished', questions: 2, answered: 2, rightFirst: 1, exercises: 1, passed: 1 },
      { state: 'begun', questions: 1, answered: 1, rightFirst: 1, exercises: 0, passed: 0 },
    ]);
    expect(standingByUnit(units, emptyContents)[0]).toMatchObject({ state: 'not opened', answered: 0 });
  });

  test('adds the units of a concept up, in the order in which the course brings concepts', () => {
    expect(standingByConcept(units, contents)).toMatchObject([
      { concept: 'await point', begun: true, questions: 3, rightFirst: 2, units: [basics, mixing] },
      { concept: 'coroutine', begun: true, questions: 2, rightFirst: 1, units: [basics] },
    ]);
    expect(standingByConcept(units, emptyContents).some(({ begun }) => begun)).toBe(false);
  });

  test('holds confidence against first answers, whatever was answered later', () => {
    expect(calibration(units, contents)).toEqual({
      sure: { right: 1, wrong: 1 },
      unsure: { right: 1, wrong: 0 },
      sureAndWrong: [{ unit: basics, count: 1 }],
    });
  });
});
