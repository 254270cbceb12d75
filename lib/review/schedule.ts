/**
 * When a card or a question comes again: FSRS, counted in whole days, since a reader of a course comes back on
 * another day and not in ten minutes. Loaded on intent. Times are milliseconds since 1970.
 */
import { type Card, createEmptyCard, type Grade as FsrsGrade, fsrs, Rating, State } from 'ts-fsrs';
import type { Review } from '@/lib/progress/record';

export const grades = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof grades)[number];

const ratings: Readonly<Record<Grade, FsrsGrade>> = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
};

const scheduler = fsrs({ enable_fuzz: false, enable_short_term: false });

function cardFrom(kept: Review | null, now: number): Card {
  if (kept === null) return createEmptyCard(new Date(now));
  return {
    due: new Date(kept.dueAt),
    last_review: new Date(kept.reviewedAt),
    stability: kept.stability,
    difficulty: kept.difficulty,
    scheduled_days: kept.scheduledDays,
    reps: kept.reviews,
    lapses: kept.lapses,
    state: State.Review,
    learning_steps: 0,
    elapsed_days: 0,
  };
}

/** What is kept of an item after a review at `now`; `kept` is null for one that was never reviewed. */
export function reviewed(kept: Review | null, grade: Grade, now: number): Review {
  const { card } = scheduler.next(cardFrom(kept, now), new Date(now), ratings[grade]);
  return {
    dueAt: card.due.getTime(),
    reviewedAt: now,
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    reviews: card.reps,
    lapses: card.lapses,
  };
}

/** The grade that a committed answer amounts to: known, guessed or missed. */
export function gradeOfAnswer({
  correct,
  sure,
}: {
  readonly correct: boolean;
  readonly sure: boolean;
}): Grade {
  if (!correct) return 'again';
  return sure ? 'good' : 'hard';
}
