/**
 * Reads rows of the record. What the browser kept may be older than this code or damaged, so nothing is
 * believed unseen. Written by hand and not with Zod, because a lesson reads the record as it opens and Zod
 * alone is two thirds of what a lesson may weigh.
 */
import type {
  Answer,
  Attempt,
  Draft,
  EarlierVersion,
  ExerciseRecord,
  Files,
  Review,
  Rows,
  StoreName,
  Visit,
} from './record';

/** Turns an unknown row into a value of its type, or null where it is not one. */
export type Parse<Value> = (row: unknown) => Value | null;

type Fields = Readonly<Record<string, unknown>>;

function fieldsOf(row: unknown): Fields | null {
  return typeof row === 'object' && row !== null && !Array.isArray(row) ? (row as Fields) : null;
}

const isTime = (value: unknown): value is number => Number.isFinite(value);
const isTimeOrNull = (value: unknown): value is number | null => value === null || isTime(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && Number(value) >= 0;
const isPositive = (value: unknown): value is number => Number.isFinite(value) && Number(value) > 0;

function parseFiles(row: unknown): Files | null {
  const fields = fieldsOf(row);
  if (fields === null || Object.values(fields).some((source) => typeof source !== 'string')) return null;
  return fields as Files;
}

/** Every element parsed, or null when one of them is broken. */
function parseAll<Value>(rows: unknown, parse: Parse<Value>): readonly Value[] | null {
  if (!Array.isArray(rows)) return null;
  const values = rows.map(parse);
  return values.some((value) => value === null) ? null : (values as Value[]);
}

const parseEarlierVersion: Parse<EarlierVersion> = (row) => {
  const fields = fieldsOf(row);
  const files = parseFiles(fields?.files);
  if (!fields || !files || !isTime(fields.savedAt) || typeof fields.replacedBy !== 'string') return null;
  return { files, savedAt: fields.savedAt, replacedBy: fields.replacedBy };
};

export const parseDraft: Parse<Draft> = (row) => {
  const fields = fieldsOf(row);
  const files = parseFiles(fields?.files);
  const history = parseAll(fields?.history, parseEarlierVersion);
  if (!fields || !files || !history || !isTime(fields.savedAt)) return null;
  return { files, savedAt: fields.savedAt, history };
};

const parseAttempt: Parse<Attempt> = (row) => {
  const fields = fieldsOf(row);
  const chosen = parseAll(fields?.chosen, (option) => (typeof option === 'string' ? option : null));
  if (!fields || !chosen) return null;
  const { sure, correct, hash, answeredAt } = fields;
  if (typeof sure !== 'boolean' || typeof correct !== 'boolean') return null;
  if (typeof hash !== 'string' || !isTime(answeredAt)) return null;
  return { chosen, sure, correct, hash, answeredAt };
};

export const parseAnswer: Parse<Answer> = (row) => {
  const fields = fieldsOf(row);
  const first = parseAttempt(fields?.first);
  const latest = parseAttempt(fields?.latest);
  return first && latest ? { first, latest } : null;
};

export const parseExercise: Parse<ExerciseRecord> = (row) => {
  const fields = fieldsOf(row);
  if (fields === null) return null;
  const { attempts, passedAt, hintsSeen, solutionSeen } = fields;
  if (!isCount(attempts) || !isCount(hintsSeen)) return null;
  if (!isTimeOrNull(passedAt) || typeof solutionSeen !== 'boolean') return null;
  return { attempts, passedAt, hintsSeen, solutionSeen };
};

export const parseVisit: Parse<Visit> = (row) => {
  const fields = fieldsOf(row);
  if (fields === null) return null;
  const { firstAt, latestAt, finishedAt } = fields;
  if (!isTime(firstAt) || !isTime(latestAt) || !isTimeOrNull(finishedAt)) return null;
  return { firstAt, latestAt, finishedAt };
};

export const parseReview: Parse<Review> = (row) => {
  const fields = fieldsOf(row);
  if (fields === null) return null;
  const { dueAt, reviewedAt, stability, difficulty, scheduledDays, reviews, lapses } = fields;
  if (!isTime(dueAt) || !isTime(reviewedAt) || !isCount(reviews) || !isCount(lapses)) return null;
  if (!isPositive(stability) || !isPositive(difficulty) || !isCount(scheduledDays)) return null;
  return { dueAt, reviewedAt, stability, difficulty, scheduledDays, reviews, lapses };
};

export const parsePreference: Parse<string> = (row) => (typeof row === 'string' ? row : null);

/** How a row of each store is read. */
export const parsers: { readonly [Store in StoreName]: Parse<Rows[Store]> } = {
  drafts: parseDraft,
  answers: parseAnswer,
  exercises: parseExercise,
  visits: parseVisit,
  reviews: parseReview,
  preferences: parsePreference,
};
