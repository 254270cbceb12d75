/**
 * Where lines stand when long ones go on in the next row: what lies beside and behind them is placed by rows. The
 * browser breaks the lines; here they are only measured.
 */
import { type RefObject, useLayoutEffect, useState } from 'react';

/** The row, from 0, in which each line begins, and at the end the number of all rows; null where nothing wraps. */
export type Rows = readonly number[] | null;

/** Lines that were written since the rows were measured follow below, each in a row of its own. */
export function firstRowOf(rows: Rows, line: number): number {
  const index = line - 1;
  if (rows === null) return index;
  const measured = rows.length - 1;
  return rows[index] ?? (rows[measured] ?? 0) + index - measured;
}

export function rowCountOf(rows: Rows, line: number): number {
  return rows === null ? 1 : firstRowOf(rows, line + 1) - firstRowOf(rows, line);
}

/** From how many rows each line takes. */
export function rowsFrom(counts: readonly number[]): readonly number[] {
  const rows = [0];
  for (const count of counts) rows.push((rows.at(-1) ?? 0) + Math.max(1, count));
  return rows;
}

/** Measures the lines that stand as children in an element; null while there is none. */
export function useMeasuredRows(mirror: RefObject<HTMLElement | null>, isShown: boolean): Rows {
  const [rows, setRows] = useState<Rows>(null);

  useLayoutEffect(() => {
    const element = mirror.current;
    if (!isShown || element === null) {
      setRows(null);
      return;
    }
    const measure = () => {
      const height = Number.parseFloat(getComputedStyle(element).lineHeight);
      const counts = [...element.children].map((line) => Math.round(line.scrollHeight / height));
      setRows((before) => {
        const next = rowsFrom(counts);
        return before?.join() === next.join() ? before : next;
      });
    };
    // Other text, another size and another width all change how much there is, or how high it is.
    const sizes = new ResizeObserver(measure);
    sizes.observe(element);
    const texts = new MutationObserver(measure);
    texts.observe(element, { childList: true, characterData: true, subtree: true });
    measure();
    return () => {
      sizes.disconnect();
      texts.disconnect();
    };
  }, [mirror, isShown]);

  return rows;
}
