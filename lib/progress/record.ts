/**
 * The learner's record as the rest of the site sees it: drafts, answers, exercises and visited units,
 * kept in this browser and nowhere else. Times are milliseconds since 1970.
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

/** What changed: a row of a store, in this tab or another, or the notice. */
export type Change =
  | { readonly store: 'drafts' | 'answers' | 'exercises' | 'visits'; readonly id: string }
  | { readonly store: 'notice' };

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
  /** Every unit that was opened, by id. */
  readVisited(): Promise<ReadonlyMap<string, Visit>>;
  /** Notes that the unit was opened, and that it is finished if `finished` is set. */
  markVisited(unitId: string, options?: { readonly finished?: boolean }): Promise<void>;
  /** Calls back after each change here or in another tab; returns the way to stop. */
  subscribe(listener: (change: Change) => void): () => void;
  /** A sentence for the reader when the record cannot be kept; null when all is well. */
  readonly notice: string | null;
}
