/** Two small units, and rows of a record about them, for tests. */
import type { UnitOutline } from '@/lib/course/outline';
import type { Answer, Review } from '@/lib/progress/record';

export const basics: UnitOutline = {
  id: 'basics',
  title: 'Basics',
  part: 'steps',
  position: 1,
  concepts: ['await point', 'coroutine'],
  questions: ['q-one', 'q-two'],
  exercise: 'e01',
  cards: ['one-card'],
};

export const mixing: UnitOutline = {
  id: 'mixing',
  title: 'Mixing',
  part: 'steps',
  position: 2,
  concepts: ['await point'],
  questions: ['q-three'],
  exercise: null,
  cards: ['other-card'],
};

type Given = { readonly correct: boolean; readonly sure?: boolean; readonly at?: number };

/** An answer by its first and latest attempt, which are one unless both are given. */
export function answer(first: Given, latest: Given = first): Answer {
  const attempt = ({ correct, sure = true, at = 1 }: Given) => ({
    chosen: [],
    hash: 'h',
    correct,
    sure,
    answeredAt: at,
  });
  return { first: attempt(first), latest: attempt(latest) };
}

export function review(dueAt: number, reviewedAt = 0): Review {
  return { dueAt, reviewedAt, stability: 1, difficulty: 5, scheduledDays: 1, reviews: 1, lapses: 0 };
}
