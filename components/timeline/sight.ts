/** What of a figure is in sight: the rows that are scrolled to, and of them the marks that can be told apart. */
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import type { FigureMarks, Row } from './figure-model';
import { legible, legibleCounts, legibleSigns } from './level-of-detail';

/** Rows from `first` up to `last`, in row heights from the top. */
export type Rows = { readonly first: number; readonly last: number };

/** The part of a figure's marks that is drawn at a scale `pixels` wide. */
export function inSight(figure: FigureMarks, rows: Rows, scale: Scale, pixels: number): FigureMarks {
  if (pixels === 0) return nothingOf(figure);
  const crosses = (from: number, to: number) => fractionIn(scale, to) >= 0 && fractionIn(scale, from) <= 1;
  const stands = (top: number, bottom: number) => bottom >= rows.first && top <= rows.last;
  return {
    ...figure,
    loop: figure.loop && {
      marks: legible(figure.loop.marks, scale, pixels),
      ready: legibleCounts(figure.loop.ready, scale, pixels),
    },
    rows: figure.rows
      .filter(({ top, height }) => stands(top, top + height))
      .map((row) => rowInSight(row, scale, pixels)),
    boxes: figure.boxes.filter((box) => stands(box.top, box.bottom) && crosses(box.from, box.to)),
    connectors: figure.connectors.filter(
      ({ at, from, to }) => stands(Math.min(from, to), Math.max(from, to)) && crosses(at, at),
    ),
    shadows: figure.shadows.filter(({ from, to }) => crosses(from, to)),
  };
}

/** Rows keep their room, and nothing stands in it. */
const nothingOf = (figure: FigureMarks): FigureMarks => ({
  ...figure,
  loop: figure.loop && { marks: [], ready: [] },
  rows: [],
  boxes: [],
  connectors: [],
  shadows: [],
});

function rowInSight(row: Row, scale: Scale, pixels: number): Row {
  return {
    ...row,
    marks: legible(row.marks, scale, pixels),
    signs: legibleSigns(row.signs, scale, pixels),
  };
}

/** How many spans a figure draws: what decides between SVG and a canvas. */
export function spanCount({ loop, rows }: FigureMarks): number {
  return rows.reduce((count, { marks }) => count + marks.length, loop?.marks.length ?? 0);
}
