import { describe, expect, test } from 'vitest';
import { parseReview } from '@/lib/progress/rows';
import { DAY } from './due';
import { gradeOfAnswer, grades, reviewed } from './schedule';

const NOW = 1_800_000_000_000;

const daysOf = (review: { readonly dueAt: number; readonly reviewedAt: number }) =>
  Math.round((review.dueAt - review.reviewedAt) / DAY);

describe('the schedule', () => {
  test('brings what was better remembered back later, and nothing on the same day', () => {
    const days = grades.map((grade) => daysOf(reviewed(null, grade, NOW)));
    expect(days).toEqual([...days].sort((a, b) => a - b));
    expect(days[0]).toBe(1);
    expect(new Set(days).size).toBe(4);
  });

  test('lengthens the interval each time it is remembered, and shortens it when it is forgotten', () => {
    const first = reviewed(null, 'good', NOW);
    const second = reviewed(first, 'good', first.dueAt);
    const forgotten = reviewed(second, 'again', second.dueAt);
    expect(second.scheduledDays).toBeGreaterThan(first.scheduledDays);
    expect(forgotten.scheduledDays).toBeLessThan(second.scheduledDays);
    expect([second.lapses, forgotten.lapses]).toEqual([0, 1]);
    expect(forgotten.reviews).toBe(3);
  });

  test('says the same each time it is asked', () => {
    expect(reviewed(null, 'hard', NOW)).toEqual(reviewed(null, 'hard', NOW));
  });

  test('makes rows that the record reads back', () => {
    const row = reviewed(null, 'easy', NOW);
    expect(parseReview(structuredClone(row))).toEqual(row);
  });

  test('takes a missed question as forgotten, a guess as hard, and what was known as good', () => {
    expect(gradeOfAnswer({ correct: false, sure: true })).toBe('again');
    expect(gradeOfAnswer({ correct: true, sure: false })).toBe('hard');
    expect(gradeOfAnswer({ correct: true, sure: true })).toBe('good');
  });
});
