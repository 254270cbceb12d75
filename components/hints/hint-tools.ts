'use client';
/** What hints take, in one chunk that is fetched with the first stroke: Ruff's client, the course's words, the list. */
import { sparesData } from '@/components/ui/spares-data';
import { getRuff } from '@/lib/ruff/client';
import { explanations } from '@/lib/ruff/explanations.generated';
import { type Hint, hintsOf, type Occasion } from '@/lib/ruff/hints';

export { HintList } from './hint-list';

/** Ruff could not be had; who formats may ask again, but hints do not. */
let gaveUp = false;

/** The hints about a text; none where Ruff cannot be had, since nobody asked for them. */
export async function findHints(source: string, occasion: Occasion): Promise<readonly Hint[]> {
  const ruff = getRuff();
  if (!ruff.isReady && (gaveUp || sparesData())) return [];
  try {
    return hintsOf(await ruff.check(source), explanations, occasion);
  } catch {
    gaveUp = true;
    return [];
  }
}
