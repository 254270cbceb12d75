/** How well a text answers what was typed. Pure. */

/** What one word of a query is worth in a text: at the start of a word, within one, letter by letter, or nothing. */
function worth(word: string, text: string): number {
  const at = text.indexOf(word);
  if (at === 0) return 4;
  if (at > 0) return /[\p{L}\p{N}]/u.test(text[at - 1] ?? '') ? 2 : 3;
  return spread(word, text) === null ? 0 : 1 / (spread(word, text) ?? 1);
}

/** Over how many characters the letters of a word lie in a text, in their order; null where they do not. */
function spread(word: string, text: string): number | null {
  let from = -1;
  let at = -1;
  for (const letter of word) {
    at = text.indexOf(letter, at + 1);
    if (at < 0) return null;
    if (from < 0) from = at;
  }
  const width = at - from + 1;
  // Letters strewn over a whole sentence were not meant.
  return width <= word.length * 3 ? width : null;
}

/** Of the items those in which every word of the query is found, the best first; all of them without a query. */
export function ranked<Item>(
  items: readonly Item[],
  query: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return items;
  return items
    .flatMap((item) => {
      const text = textOf(item).toLowerCase();
      const found = words.map((word) => worth(word, text));
      return found.includes(0) ? [] : [{ item, sum: found.reduce((sum, each) => sum + each) }];
    })
    .sort((a, b) => b.sum - a.sum)
    .map(({ item }) => item);
}
