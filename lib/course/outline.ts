/** What a page about the reader's record must know of a unit: the ids under which its parts are kept. */
import type { UnitDescription } from './unit';

export type UnitOutline = Pick<UnitDescription, 'id' | 'title' | 'part' | 'position' | 'concepts'> & {
  readonly questions: readonly string[];
  readonly exercise: string | null;
  readonly cards: readonly string[];
};
