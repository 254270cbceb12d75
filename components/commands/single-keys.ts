/**
 * Whether a key without a modifier may act on the whole page. Somebody who speaks to their computer, or whose hand
 * slips, must be able to say no (WCAG 2.1.4).
 */

/** In the browser's storage and in the record: 'on' or 'off'. */
export const SINGLE_KEYS = 'single-keys';

export function hasSingleKeys(): boolean {
  try {
    return localStorage.getItem(SINGLE_KEYS) !== 'off';
  } catch {
    return true; // Nothing is kept: as if never asked.
  }
}
