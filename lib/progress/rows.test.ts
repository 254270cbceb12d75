import { describe, expect, test } from 'vitest';
import { parseAnswer, parseDraft, parseExercise, parsePreference, parseReview, parseVisit } from './rows';

const review = {
  dueAt: 9,
  reviewedAt: 1,
  stability: 2.3,
  difficulty: 5,
  scheduledDays: 2,
  reviews: 1,
  lapses: 0,
};
const attempt = { chosen: ['a'], sure: false, correct: true, hash: 'h', answeredAt: 1 };

describe('rows of the record', () => {
  test.each([
    ['a draft', parseDraft, { files: { 'a.py': '' }, savedAt: 1, history: [] }],
    [
      'a draft with history',
      parseDraft,
      { files: {}, savedAt: 1, history: [{ files: { 'a.py': 'x' }, savedAt: 0, replacedBy: 'reset' }] },
    ],
    ['an answer', parseAnswer, { first: attempt, latest: attempt }],
    ['an exercise', parseExercise, { attempts: 0, passedAt: null, hintsSeen: 0, solutionSeen: true }],
    ['a review', parseReview, review],
    ['a preference', parsePreference, 'predict'],
    ['a visit', parseVisit, { firstAt: 1, latestAt: 2, finishedAt: null }],
  ])('%s reads back as it was written', (_name, parse, row) => {
    expect(parse(structuredClone(row))).toEqual(row);
  });

  test.each([
    ['nothing', parseDraft, undefined],
    ['a draft whose source is no text', parseDraft, { files: { 'a.py': 1 }, savedAt: 1, history: [] }],
    ['a draft with a broken version', parseDraft, { files: {}, savedAt: 1, history: [{}] }],
    ['a draft without a time', parseDraft, { files: {}, savedAt: null, history: [] }],
    ['an answer without its first attempt', parseAnswer, { latest: attempt }],
    ['an answer with a number chosen', parseAnswer, { first: attempt, latest: { ...attempt, chosen: [1] } }],
    [
      'an exercise with half an attempt',
      parseExercise,
      { attempts: 0.5, passedAt: null, hintsSeen: 0, solutionSeen: true },
    ],
    ['a review without a stability', parseReview, { ...review, stability: 0 }],
    ['a preference that is a number', parsePreference, 1],
    ['a visit that is a list', parseVisit, [1, 2, null]],
  ])('%s is refused', (_name, parse, row) => {
    expect(parse(row)).toBeNull();
  });
});
