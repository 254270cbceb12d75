/** Binary search over ascending columns. Everything the timeline asks "as of now" ends here. */

type Column = ArrayLike<number>;

/** Index of the last entry at or before `value`, or -1 when all lie after it. */
export function lastAtOrBefore(column: Column, value: number, length: number = column.length): number {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    // In range by construction; a hole would be a bug in the caller and sorts as "after".
    if ((column[middle] ?? Number.POSITIVE_INFINITY) <= value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Index of the first entry after `value`, or the column's length when none is. */
export function firstAfter(column: Column, value: number): number {
  return lastAtOrBefore(column, value) + 1;
}

/** Index of the last entry strictly before `value`, or -1. */
export function lastBefore(column: Column, value: number): number {
  let low = 0;
  let high = column.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? Number.POSITIVE_INFINITY) < value) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
