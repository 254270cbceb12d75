/** What can be reviewed of a unit, as a page fetches it when somebody reviews. */
import type { Card } from './card';
import type { Question } from './question';
import type { Unit } from './read-unit';

export type Deck = { readonly cards: readonly Card[]; readonly questions: readonly Question[] };

export function deckOf({ cards, questions }: Unit): Deck {
  return { cards, questions };
}
