/** From fractions and groups to what CSS and SVG want. */

const LETTERS = 'abcdefgh';

/** After so many requests the hues begin again. */
export const HUES = LETTERS.length;

/** A fraction from 0 to 1 as a percentage, short enough for markup. */
export function percent(fraction: number): string {
  return `${Number((fraction * 100).toFixed(2))}%`;
}

/** The hue of a request group by its index; tasks that serve no request have none. */
export function hue(group: number): string {
  return group < 0 ? 'var(--ink-faint)' : `var(--request-${LETTERS[group % HUES]})`;
}
