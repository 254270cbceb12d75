/** What a record holds, in a few words. */
import type { RecordContents } from '@/lib/progress/record';

const words: Readonly<Record<Exclude<keyof RecordContents, 'preferences'>, readonly [string, string]>> = {
  visits: ['unit opened', 'units opened'],
  answers: ['question answered', 'questions answered'],
  exercises: ['exercise begun', 'exercises begun'],
  drafts: ['text of yours', 'texts of yours'],
  reviews: ['review', 'reviews'],
};

/** '3 units opened, 12 questions answered and 2 texts of yours'; 'nothing yet' for an empty record. */
export function contentsWords(contents: RecordContents): string {
  const phrases = Object.entries(words).flatMap(([store, [one, many]]) => {
    const amount = Object.keys(contents[store as keyof typeof words]).length;
    return amount === 0 ? [] : [`${amount} ${amount === 1 ? one : many}`];
  });
  const last = phrases.pop();
  if (last === undefined) return 'nothing yet';
  return phrases.length === 0 ? last : `${phrases.join(', ')} and ${last}`;
}
