'use client';
/** What can be reviewed, fetched unit by unit when it is needed: our own files, made with this page. */
import { deckAddress } from '@/lib/course/addresses';
import type { Card } from '@/lib/course/card';
import type { Deck } from '@/lib/course/deck';
import type { Question } from '@/lib/course/question';
import type { Item } from '@/lib/review/due';

/** An item with what there is to show of it. */
export type Shown =
  | { readonly kind: 'card'; readonly item: Item; readonly card: Card }
  | { readonly kind: 'question'; readonly item: Item; readonly question: Question };

async function fetchDeck(unitId: string): Promise<Deck> {
  const response = await fetch(deckAddress(unitId));
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}

function shown(item: Item, deck: Deck | undefined): readonly Shown[] {
  if (item.kind === 'card') {
    const card = deck?.cards.find(({ id }) => id === item.id);
    return card ? [{ kind: 'card', item, card }] : [];
  }
  const question = deck?.questions.find(({ id }) => id === item.id);
  return question ? [{ kind: 'question', item, question }] : [];
}

/** The items with their contents, in the same order. Rejects when a file cannot be fetched. */
export async function fetchItems(items: readonly Item[]): Promise<readonly Shown[]> {
  const unitIds = [...new Set(items.map(({ unitId }) => unitId))];
  const decks = new Map(await Promise.all(unitIds.map(async (id) => [id, await fetchDeck(id)] as const)));
  return items.flatMap((item) => shown(item, decks.get(item.unitId)));
}
