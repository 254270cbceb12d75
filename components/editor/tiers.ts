/**
 * Which editor a learner gets: the full one (Monaco) where there is a keyboard, room and memory, a plain
 * `<textarea>` elsewhere, and always the one they chose.
 */

export type EditingTier = 'plain' | 'full';

const KEY = 'await-points:editor';

/** The tier the learner chose, else the one that suits the device. Browser only. */
export function preferredTier(): EditingTier {
  const chosen = remembered();
  if (chosen !== null) return chosen;
  const memory = 'deviceMemory' in navigator ? Number(navigator.deviceMemory) : 8;
  const roomy = window.matchMedia('(pointer: fine) and (min-width: 40rem)').matches;
  return roomy && memory >= 4 ? 'full' : 'plain';
}

function remembered(): EditingTier | null {
  try {
    const value = localStorage.getItem(KEY);
    return value === 'plain' || value === 'full' ? value : null;
  } catch {
    return null; // Storage is refused: the device decides.
  }
}

/** Remembers the choice for all editors, where the browser lets us. */
export function chooseTier(tier: EditingTier): void {
  try {
    localStorage.setItem(KEY, tier);
  } catch {
    // Storage is refused: the choice holds for this editor only.
  }
}
