/**
 * Two records made one, as when a file comes back to a browser that went on meanwhile: nothing that either
 * knows is lost, and merging the same record twice changes nothing.
 */
import type {
  Answer,
  Draft,
  EarlierVersion,
  ExerciseRecord,
  Files,
  RecordContents,
  Review,
  Visit,
} from './record';

type Merge<Row> = (kept: Row, added: Row) => Row;

function sameFiles(one: Files, other: Files): boolean {
  const paths = Object.keys(one);
  return paths.length === Object.keys(other).length && paths.every((path) => one[path] === other[path]);
}

function earliest(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return one ?? other;
  return Math.min(one, other);
}

const isSameVersion = (one: EarlierVersion, other: EarlierVersion): boolean =>
  one.savedAt === other.savedAt && sameFiles(one.files, other.files);

/** The newer text stays, and the older becomes an earlier version of it, which can be brought back. */
const mergeDrafts: Merge<Draft> = (kept, added) => {
  const [newer, older] = added.savedAt > kept.savedAt ? [added, kept] : [kept, added];
  const replaced: EarlierVersion = { files: older.files, savedAt: older.savedAt, replacedBy: 'import' };
  const versions = [
    ...newer.history,
    ...older.history,
    ...(sameFiles(newer.files, older.files) ? [] : [replaced]),
  ];
  const history = versions
    .filter((version, index) => versions.findIndex((other) => isSameVersion(version, other)) === index)
    .sort((a, b) => b.savedAt - a.savedAt);
  return { files: newer.files, savedAt: newer.savedAt, history };
};

const mergeAnswers: Merge<Answer> = (kept, added) => ({
  first: added.first.answeredAt < kept.first.answeredAt ? added.first : kept.first,
  latest: added.latest.answeredAt > kept.latest.answeredAt ? added.latest : kept.latest,
});

const mergeExercises: Merge<ExerciseRecord> = (kept, added) => ({
  attempts: Math.max(kept.attempts, added.attempts),
  passedAt: earliest(kept.passedAt, added.passedAt),
  hintsSeen: Math.max(kept.hintsSeen, added.hintsSeen),
  solutionSeen: kept.solutionSeen || added.solutionSeen,
});

const mergeVisits: Merge<Visit> = (kept, added) => ({
  firstAt: Math.min(kept.firstAt, added.firstAt),
  latestAt: Math.max(kept.latestAt, added.latestAt),
  finishedAt: earliest(kept.finishedAt, added.finishedAt),
});

const mergeReviews: Merge<Review> = (kept, added) => (added.reviewedAt > kept.reviewedAt ? added : kept);

/** What this browser shows stays as it is; the file only adds choices that were never made here. */
const mergePreferences: Merge<string> = (kept) => kept;

function mergeRows<Row>(
  kept: Readonly<Record<string, Row>>,
  added: Readonly<Record<string, Row>>,
  merge: Merge<Row>,
): Readonly<Record<string, Row>> {
  const both = Object.entries(added).map(([id, row]) => {
    const own = kept[id];
    return [id, own === undefined ? row : merge(own, row)] as const;
  });
  return { ...kept, ...Object.fromEntries(both) };
}

/** What `kept` becomes when `added` is merged into it. */
export function mergeContents(kept: RecordContents, added: RecordContents): RecordContents {
  return {
    drafts: mergeRows(kept.drafts, added.drafts, mergeDrafts),
    answers: mergeRows(kept.answers, added.answers, mergeAnswers),
    exercises: mergeRows(kept.exercises, added.exercises, mergeExercises),
    visits: mergeRows(kept.visits, added.visits, mergeVisits),
    reviews: mergeRows(kept.reviews, added.reviews, mergeReviews),
    preferences: mergeRows(kept.preferences, added.preferences, mergePreferences),
  };
}
