import { describe, expect, test } from 'vitest';
import { emptyContents } from '@/lib/progress/testing/sample-contents';
import { comingNext, DAY, dueNow, itemsToReview } from './due';
import { answer, basics, mixing, review } from './testing/sample-course';

const units = [basics, mixing];
const ids = (items: readonly { readonly reviewId: string }[]) => items.map(({ reviewId }) => reviewId);
const opened = (at: number) => ({ firstAt: at, latestAt: at, finishedAt: null });

describe('what is to be reviewed', () => {
  test('is nothing before a unit was opened', () => {
    expect(itemsToReview(units, emptyContents)).toEqual([]);
  });

  test('are the cards of units that were opened, and of no others', () => {
    const items = itemsToReview(units, { ...emptyContents, visits: { basics: opened(5) } });
    expect(items).toMatchObject([{ kind: 'card', unitId: 'basics', id: 'one-card', dueAt: 5 }]);
  });

  test('are missed questions, though they were answered right afterwards, and not those that were known', () => {
    const answers = {
      'q-one': answer({ correct: true }),
      'q-two': answer({ correct: false, at: 3 }, { correct: true, at: 4 }),
      'q-three': answer({ correct: false, at: 2 }),
    };
    expect(ids(itemsToReview(units, { ...emptyContents, answers }))).toEqual([
      'question/q-three',
      'question/q-two',
    ]);
  });

  test('comes again when its review says so', () => {
    const contents = {
      ...emptyContents,
      answers: { 'q-one': answer({ correct: false, at: 1 }, { correct: true, at: 10 }) },
      reviews: { 'question/q-one': review(99, 10) },
    };
    expect(itemsToReview(units, contents)).toMatchObject([{ id: 'q-one', dueAt: 99 }]);
  });

  test('is due at once when it was missed since it was last reviewed', () => {
    const contents = {
      ...emptyContents,
      answers: { 'q-one': answer({ correct: true, at: 1 }, { correct: false, at: 20 }) },
      reviews: { 'question/q-one': review(99, 10) },
    };
    expect(itemsToReview(units, contents)).toMatchObject([{ id: 'q-one', dueAt: 20 }]);
  });

  test('is split into what is due now and what comes within a day of the next', () => {
    const reviews = {
      'card/basics/one-card': review(DAY),
      'card/mixing/other-card': review(3 * DAY),
      'question/q-one': review(3.5 * DAY),
      'question/q-two': review(9 * DAY),
    };
    const items = itemsToReview(units, { ...emptyContents, reviews });
    expect(ids(dueNow(items, 2 * DAY))).toEqual(['card/basics/one-card']);
    expect(ids(comingNext(items, 2 * DAY))).toEqual(['card/mixing/other-card', 'question/q-one']);
    expect(comingNext(items, 99 * DAY)).toEqual([]);
  });
});
