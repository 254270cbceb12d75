/** A small record for tests: one row in each store. */
import type { RecordContents } from '../record';

const attempt = { chosen: ['yes'], sure: true, correct: false, hash: 'abc', answeredAt: 7 };

export const emptyContents: RecordContents = {
  drafts: {},
  answers: {},
  exercises: {},
  visits: {},
  reviews: {},
  preferences: {},
};

export const sampleContents: RecordContents = {
  drafts: { 'unit/example': { files: { 'middleware.py': 'x = 1\n' }, savedAt: 5, history: [] } },
  answers: { 'who-waits': { first: attempt, latest: { ...attempt, correct: true, answeredAt: 9 } } },
  exercises: { e02: { attempts: 2, passedAt: null, hintsSeen: 1, solutionSeen: false } },
  visits: { unit: { firstAt: 1, latestAt: 9, finishedAt: null } },
  reviews: {
    'card/unit/a-card': {
      dueAt: 99,
      reviewedAt: 9,
      stability: 2.3,
      difficulty: 5,
      scheduledDays: 2,
      reviews: 1,
      lapses: 0,
    },
  },
  preferences: { 'way/unit': 'predict' },
};
