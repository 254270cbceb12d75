/** What there is to review, and when, by the record. Times are milliseconds since 1970. */
import type { UnitOutline } from '@/lib/course/outline';
import type { RecordContents } from '@/lib/progress/record';

export type Item = {
  readonly kind: 'card' | 'question';
  readonly unitId: string;
  /** Of the card within its unit, or of the question within the course. */
  readonly id: string;
  /** Its place in the record. */
  readonly reviewId: string;
};

export type DueItem = Item & { readonly dueAt: number };

export function cardItem(unitId: string, id: string): Item {
  return { kind: 'card', unitId, id, reviewId: `card/${unitId}/${id}` };
}

export function questionItem(unitId: string, id: string): Item {
  return { kind: 'question', unitId, id, reviewId: `question/${id}` };
}

/** Every question of these units. */
export function questionsOf(units: readonly UnitOutline[]): readonly Item[] {
  return units.flatMap(({ id, questions }) => questions.map((question) => questionItem(id, question)));
}

/** Every card of these units. */
export function cardsOf(units: readonly UnitOutline[]): readonly Item[] {
  return units.flatMap(({ id, cards }) => cards.map((card) => cardItem(id, card)));
}

/** When a card is due: at once where its unit was opened and it was never reviewed; null where it was not. */
function cardDueAt({ unitId, reviewId }: Item, { visits, reviews }: RecordContents): number | null {
  return reviews[reviewId]?.dueAt ?? visits[unitId]?.firstAt ?? null;
}

/** When a question is due: at once where it was missed since it was last reviewed; null where it never was. */
function questionDueAt({ id, reviewId }: Item, { answers, reviews }: RecordContents): number | null {
  const answer = answers[id];
  const review = reviews[reviewId];
  if (review === undefined) {
    return answer && !(answer.first.correct && answer.latest.correct) ? answer.latest.answeredAt : null;
  }
  const missedSince = answer && !answer.latest.correct && answer.latest.answeredAt > review.reviewedAt;
  return missedSince ? answer.latest.answeredAt : review.dueAt;
}

/** All that is to be reviewed of these units sooner or later, the longest due first. */
export function itemsToReview(units: readonly UnitOutline[], contents: RecordContents): readonly DueItem[] {
  return [...cardsOf(units), ...questionsOf(units)]
    .flatMap((item) => {
      const dueAt = item.kind === 'card' ? cardDueAt(item, contents) : questionDueAt(item, contents);
      return dueAt === null ? [] : [{ ...item, dueAt }];
    })
    .sort((a, b) => a.dueAt - b.dueAt);
}

export function dueNow(items: readonly DueItem[], now: number): readonly DueItem[] {
  return items.filter(({ dueAt }) => dueAt <= now);
}

/** The items that come next, within a day of the first of them; none when nothing is to come. */
export function comingNext(items: readonly DueItem[], now: number): readonly DueItem[] {
  const later = items.filter(({ dueAt }) => dueAt > now);
  const first = later[0]?.dueAt ?? 0;
  return later.filter(({ dueAt }) => dueAt < first + DAY);
}

export const DAY = 24 * 60 * 60 * 1000;
