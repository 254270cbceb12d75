import { describe, expect, test } from 'vitest';
import { mergeContents } from './merge';
import type { RecordContents } from './record';
import { emptyContents, sampleContents } from './testing/sample-contents';

const answers = (first: number, latest: number): RecordContents => {
  const attempt = { chosen: [], sure: false, correct: false, hash: 'h', answeredAt: first };
  return { ...emptyContents, answers: { q: { first: attempt, latest: { ...attempt, answeredAt: latest } } } };
};

const draft = (source: string, savedAt: number): RecordContents => ({
  ...emptyContents,
  drafts: { d: { files: { 'a.py': source }, savedAt, history: [] } },
});

describe('merging two records', () => {
  test('adds what only one of them has, whichever it is', () => {
    expect(mergeContents(emptyContents, sampleContents)).toEqual(sampleContents);
    expect(mergeContents(sampleContents, emptyContents)).toEqual(sampleContents);
  });

  test('changes nothing when the same record is merged again', () => {
    expect(mergeContents(sampleContents, sampleContents)).toEqual(sampleContents);
    const once = mergeContents(draft('mine', 2), draft('theirs', 1));
    expect(mergeContents(once, draft('theirs', 1))).toEqual(once);
  });

  test('keeps the first answer of both and the latest of both', () => {
    const { q } = mergeContents(answers(5, 6), answers(3, 4)).answers;
    expect([q?.first.answeredAt, q?.latest.answeredAt]).toEqual([3, 6]);
  });

  test.each([
    ['kept', draft('newer', 2), draft('older', 1)],
    ['added', draft('older', 1), draft('newer', 2)],
  ])(
    'shows the newer text and keeps the older one as an earlier version, if the newer is %s',
    (_which, kept, added) => {
      const { d } = mergeContents(kept, added).drafts;
      expect(d?.files).toEqual({ 'a.py': 'newer' });
      expect(d?.history).toEqual([{ files: { 'a.py': 'older' }, savedAt: 1, replacedBy: 'import' }]);
    },
  );

  test('counts an exercise as passed, and a unit as finished, when either record says so', () => {
    const passed: RecordContents = {
      ...emptyContents,
      exercises: { e: { attempts: 1, passedAt: 8, hintsSeen: 0, solutionSeen: true } },
      visits: { u: { firstAt: 4, latestAt: 8, finishedAt: 8 } },
    };
    const begun: RecordContents = {
      ...emptyContents,
      exercises: { e: { attempts: 5, passedAt: null, hintsSeen: 2, solutionSeen: false } },
      visits: { u: { firstAt: 2, latestAt: 9, finishedAt: null } },
    };
    for (const merged of [mergeContents(passed, begun), mergeContents(begun, passed)]) {
      expect(merged.exercises.e).toEqual({ attempts: 5, passedAt: 8, hintsSeen: 2, solutionSeen: true });
      expect(merged.visits.u).toEqual({ firstAt: 2, latestAt: 9, finishedAt: 8 });
    }
  });

  test('takes the later review, and leaves the choices of this browser alone', () => {
    const [id, review] = Object.entries(sampleContents.reviews)[0] ?? [];
    if (id === undefined || review === undefined) throw new Error('The sample has a review.');
    const later = { ...review, reviewedAt: review.reviewedAt + 1, reviews: 2 };
    const other = { ...emptyContents, reviews: { [id]: later }, preferences: { 'way/unit': 'watch' } };
    const merged = mergeContents(sampleContents, other);
    expect(merged.reviews[id]).toEqual(later);
    expect(merged.preferences).toEqual(sampleContents.preferences);
  });
});
