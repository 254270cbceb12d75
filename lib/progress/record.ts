/**
 * The learner's record as the rest of the site sees it: drafts, answers, exercises, visited units, reviews and
 * preferences, kept in this browser and nowhere else. Times are milliseconds since 1970.
 */

/** Sources by path, such as `middleware.py`. */
export type Files = Readonly<Record<string, string>>;

/** Files that Reset, Solve or the like replaced, so that it can be undone. */
export type EarlierVersion = {
  readonly files: Files;
  readonly savedAt: number;
  /** What replaced them, in a word or two for the reader: 'reset', 'solution'. */
  readonly replacedBy: string;
};

export type Draft = {
  readonly files: Files;
  readonly savedAt: number;
  /** Newest first, at most `HISTORY_LIMIT`. */
  readonly history: readonly EarlierVersion[];
};

/** Earlier versions kept with a draft. */
export const HISTORY_LIMIT = 20;

/** One committed answer to a question. */
export type Attempt = {
  /** Ids of the options that were chosen. */
  readonly chosen: readonly string[];
  /** What the learner said before the answer was shown. */
  readonly sure: boolean;
  readonly correct: boolean;
  /** Fingerprint of the question's wording at the time. */
  readonly hash: string;
  readonly answeredAt: number;
};

/** A question's answers: the first is kept for good, however often it is tried again. */
export type Answer = { readonly first: Attempt; readonly latest: Attempt };

export type ExerciseRecord = {
  readonly attempts: number;
  readonly passedAt: number | null;
  readonly hintsSeen: number;
  readonly solutionSeen: boolean;
};

export type Visit = {
  readonly firstAt: number;
  readonly latestAt: number;
  /** When every question was committed and the exercise passed; null until then. */
  readonly finishedAt: number | null;
};

/** How well a card or a question is remembered, as its last review left it. Durations are days. */
export type Review = {
  readonly dueAt: number;
  readonly reviewedAt: number;
  /** Until it is remembered with a chance of 90 %. */
  readonly stability: number;
  /** From 1, easy, to 10. */
  readonly difficulty: number;
  readonly scheduledDays: number;
  readonly reviews: number;
  /** How often it was forgotten after it had been known. */
  readonly lapses: number;
};

/** What is kept, by store; in each store by id. */
export type Rows = {
  readonly drafts: Draft;
  readonly answers: Answer;
  readonly exercises: ExerciseRecord;
  readonly visits: Visit;
  readonly reviews: Review;
  /** Choices of how to read, such as the way into a unit. */
  readonly preferences: string;
};

export type StoreName = keyof Rows;

/** All that is kept. */
export type RecordContents = {
  readonly [Store in StoreName]: Readonly<Record<string, Rows[Store]>>;
};

/** What changed: a row of a store, in this tab or another, or the notice. */
export type Change = { readonly store: StoreName; readonly id: string } | { readonly store: 'notice' };

/**
 * Reads never throw: a row that cannot be read is set aside and counts as absent. Writes never throw
 * either: what the browser refuses to store is kept for as long as the page is open, and `notice` says so.
 */
export interface LearnerRecord {
  readDraft(id: string): Promise<Draft | null>;
  writeDraft(id: string, draft: Draft): Promise<void>;
  readAnswer(questionId: string): Promise<Answer | null>;
  writeAnswer(questionId: string, answer: Answer): Promise<void>;
  readExercise(id: string): Promise<ExerciseRecord | null>;
  writeExercise(id: string, exercise: ExerciseRecord): Promise<void>;
  readReview(id: string): Promise<Review | null>;
  writeReview(id: string, review: Review): Promise<void>;
  readPreference(id: string): Promise<string | null>;
  writePreference(id: string, value: string): Promise<void>;
  /** Every unit that was opened, by id. */
  readVisited(): Promise<ReadonlyMap<string, Visit>>;
  /** Notes that the unit was opened, and that it is finished if `finished` is set. */
  markVisited(unitId: string, options?: { readonly finished?: boolean }): Promise<void>;
  readContents(): Promise<RecordContents>;
  /** Adds the rows that `change` makes of what is kept, and replaces those it changes: all of them or none. */
  amendContents(change: (kept: RecordContents) => RecordContents): Promise<void>;
  /** Forgets everything, for good. */
  clear(): Promise<void>;
  /** Calls back after each change here or in another tab; returns the way to stop. */
  subscribe(listener: (change: Change) => void): () => void;
  /** A sentence for the reader when the record cannot be kept; null when all is well. */
  readonly notice: string | null;
}
