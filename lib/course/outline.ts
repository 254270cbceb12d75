/** What a page about the reader's record must know of a unit: the ids under which its parts are kept. */
import type { Unit } from './read-unit';
import type { UnitDescription } from './unit';

export type UnitOutline = Pick<UnitDescription, 'id' | 'title' | 'part' | 'position' | 'concepts'> & {
  readonly questions: readonly string[];
  readonly exercise: string | null;
  readonly cards: readonly string[];
};

export function outlineOf({
  id,
  title,
  part,
  position,
  concepts,
  questions,
  exercise,
  cards,
}: Unit): UnitOutline {
  return {
    id,
    title,
    part,
    position,
    concepts,
    questions: questions.map((question) => question.id),
    exercise: exercise?.id ?? null,
    cards: cards.map((card) => card.id),
  };
}
