/** From a text to the same text formatted: as one small edit, and with the caret where it was in the code. Pure. */
import type { Edit } from './typing';

/** What formatting adds, takes away or swaps: blanks, commas, brackets around an expression, quotes. */
const LIGHT = /[\s,()'"\\]/;

/** The one stretch in which two texts differ, as an edit of the first. */
export function differingStretch(before: string, after: string): Edit {
  const shorter = Math.min(before.length, after.length);
  let from = 0;
  while (from < shorter && before[from] === after[from]) from += 1;
  let tail = 0;
  while (tail < shorter - from && before.at(-1 - tail) === after.at(-1 - tail)) tail += 1;
  return { from, to: before.length - tail, text: after.slice(from, after.length - tail) };
}

/**
 * Where a caret in `before` belongs in `after`: behind the same letter, sign or number, and there as many lines below
 * it, and as far into the line, as there is room for.
 */
export function caretAfter(before: string, after: string, caret: number): number {
  const lead = before.slice(0, caret);
  let start = 0;
  for (const character of lead) {
    if (LIGHT.test(character)) continue;
    while (start < after.length && LIGHT.test(after[start] ?? '')) start += 1;
    start += character.length;
  }
  let weighty = lead.length;
  while (weighty > 0 && LIGHT.test(lead[weighty - 1] ?? '')) weighty -= 1;
  return start + lengthWithin(lightRun(after, start), lead.slice(weighty));
}

/** The characters from `start` on that count little, up to the next that does not. */
function lightRun(text: string, start: number): string {
  let end = start;
  while (end < text.length && LIGHT.test(text[end] ?? '')) end += 1;
  return text.slice(start, end);
}

/** How far into `room` a caret goes that stood at the end of `wanted`. */
function lengthWithin(room: string, wanted: string): number {
  const lines = wanted.split('\n');
  const column = lines.at(-1)?.length ?? 0;
  const rooms = room.split('\n');
  const line = Math.min(lines.length, rooms.length) - 1;
  const above = rooms.slice(0, line).reduce((sum, { length }) => sum + length + 1, 0);
  return above + Math.min(column, rooms[line]?.length ?? 0);
}

/** Ruff ends a text with a new line; one that had none keeps to that. */
export function endedAs(before: string, after: string): string {
  return before.endsWith('\n') ? after : after.replace(/\n$/, '');
}
