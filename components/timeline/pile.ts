/** The outlines of a pile of states over time: how many are in each, one state upon the other. */
import type { Scale } from '@/lib/trace/axis-window';
import { COUNTED, densityOf, type StateCounts } from '@/lib/trace/density';
import type { State } from '@/lib/trace/timeline';

/** `d` is an SVG path in pixels, from the top left corner of the pile. */
export type PileArea = { readonly state: State; readonly d: string };

/** One column for so many pixels. */
const COLUMN = 2;
const MOST_COLUMNS = 1500;

/** Areas from the bottom of the pile to its top; a state that never occurs has none. */
export function pileAreas(
  counts: StateCounts,
  scale: Scale,
  { width, height }: { readonly width: number; readonly height: number },
): readonly PileArea[] {
  const columns = Math.max(1, Math.min(Math.round(width / COLUMN), MOST_COLUMNS));
  const density = densityOf(counts, scale, columns);
  const floor = new Float64Array(columns);
  const unit = height / Math.max(counts.peak, 1);
  const step = width / columns;
  const round = (value: number) => Number(value.toFixed(1));
  const at = (column: number) => round(column * step);
  const over = (count: number) => round(height - count * unit);
  return COUNTED.flatMap((state, kind) => {
    const own = (column: number) => density[column * COUNTED.length + kind] ?? 0;
    const base = (column: number) => floor[column] ?? 0;
    const outlines: string[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (own(column) === 0) continue;
      // Stretches in which nobody is in this state have no outline, not even a flat one.
      const first = column;
      while (column < columns && own(column) > 0) column += 1;
      const parts = Array.from({ length: column - first }, (_, part) => first + part);
      const upper = stairs(parts, (part) => [at(part), at(part + 1), over(base(part) + own(part))]);
      const lower = stairs(parts.reverse(), (part) => [at(part + 1), at(part), over(base(part))]);
      outlines.push(`M${upper}L${lower}Z`);
    }
    for (let column = 0; column < columns; column += 1) floor[column] = base(column) + own(column);
    return outlines.length === 0 ? [] : [{ state, d: outlines.join('') }];
  });
}

/** A line of steps as part of a path: each step is [from, to, height]; steps of one height are one. */
function stairs(
  parts: readonly number[],
  step: (part: number) => readonly [from: number, to: number, height: number],
): string {
  let path = '';
  let level: number | null = null;
  let end = 0;
  for (const part of parts) {
    const [from, to, height] = step(part);
    if (level === null) path = `${from} ${height}`;
    else if (height !== level) path += `H${end}V${height}`;
    [level, end] = [height, to];
  }
  return `${path}H${end}`;
}
