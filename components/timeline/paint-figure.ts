/** A whole figure with a pen, for a file: ruler, loop, rows with their labels, shadows, the playhead's moment. */
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import type { Timeline } from '@/lib/trace/timeline';
import type { FigureMarks, Row } from './figure-model';
import { LOOP_HEIGHT, paintLoop } from './paint-loop';
import { type Paper, paintRows } from './paint-rows';
import type { Palette } from './palette';
import type { Pen } from './pen';
import { ticksOf } from './ruler';

/** In pixels. */
const LABELS = 190;
const MARGIN = 16;
const RULER = 24;
const TICK_ROOM = 56;
const SIZES = { pitch: 34, bar: 20, under: 7 };
/** From the loop's lane to the first row. */
const GAP = 6;
const ROWS = MARGIN + RULER + LOOP_HEIGHT + GAP;

export type Sheet = { readonly width: number; readonly height: number };

/** How large a sheet a figure needs, for lanes of a given width. */
export function sheetFor({ height }: FigureMarks, lanes: number): Sheet {
  return {
    width: LABELS + lanes + 2 * MARGIN,
    height: ROWS + height * SIZES.pitch + MARGIN,
  };
}

/** Paints onto a sheet of that size. `scale` is what is looked at. */
export function paintFigure(
  pen: Pen,
  timeline: Timeline,
  figure: FigureMarks,
  scale: Scale,
  palette: Palette,
  { width, height }: Sheet,
): void {
  const left = MARGIN + LABELS;
  const lanes = width - LABELS - 2 * MARGIN;
  const paper: Paper = { scale, width: lanes, left, top: ROWS, sizes: SIZES, looked: 1 };
  pen.rectangle({ x: 0, y: 0, width, height }, 0, { fill: palette.raised });
  for (const row of figure.rows) paintLabel(pen, row, ROWS, palette);
  pen.text('Event loop', MARGIN, MARGIN + RULER + LOOP_HEIGHT / 3, heading(palette), LABELS);
  pen.inside({ x: left - 12, y: 0, width: lanes + 24, height }, () => {
    paintRuler(pen, timeline, paper, palette);
    if (figure.loop) paintLoop(pen, figure.loop, paper, { top: MARGIN + RULER, unit: 1 }, palette);
    pen.rectangle({ x: left, y: ROWS - 1, width: lanes, height: 1 }, 0, { fill: palette.lineStrong });
    paintRows(pen, figure, paper, palette);
    for (const { from, to, label } of figure.shadows) {
      const x = left + fractionIn(scale, from) * lanes;
      const wide = Math.max((fractionIn(scale, to) - fractionIn(scale, from)) * lanes, 1.5);
      const shadow = { x, y: ROWS, width: wide, height: figure.height * SIZES.pitch };
      pen.rectangle(shadow, 0, { fill: palette.dangerWash });
      for (const edge of [x, x + wide - 1.5]) {
        pen.rectangle({ ...shadow, x: edge, width: 1.5 }, 0, { fill: palette.dangerEdge });
      }
      pen.text(label, x + 6, ROWS + 8, { ...heading(palette), size: 11, colour: palette.danger }, wide - 8);
    }
  });
}

const heading = ({ ink }: Palette) =>
  ({ size: 13, weight: 600, family: 'prose', colour: ink, align: 'left' }) as const;

function paintLabel(pen: Pen, row: Row, top: number, palette: Palette): void {
  const y = top + (row.top + row.height / 2) * SIZES.pitch;
  const inset = row.kind === 'layer' ? 22 + row.depth * 8 : row.kind === 'request' ? 16 : 0;
  const letters =
    row.kind === 'layer' ? { ...heading(palette), weight: 400, colour: palette.inkSoft } : heading(palette);
  if (row.kind === 'request') {
    pen.path('M5 0A5 5 0 1 1 -5 0A5 5 0 1 1 5 0Z', MARGIN + 5, y, { fill: palette.shades(row.group).strong });
  }
  const detail = row.kind === 'summary' || row.kind === 'thread' ? ` · ${row.detail}` : '';
  const words = `${row.label}${detail}`;
  const most = Math.floor((LABELS - inset - 8) / 7.2);
  pen.text(words.length > most ? `${words.slice(0, most - 1)}…` : words, MARGIN + inset, y, letters);
}

function paintRuler(pen: Pen, timeline: Timeline, paper: Paper, palette: Palette): void {
  const { left, width, scale } = paper;
  pen.rectangle({ x: left, y: MARGIN + RULER - 1, width, height: 1 }, 0, { fill: palette.line });
  for (const { at, label } of ticksOf(timeline, scale, TICK_ROOM / width)) {
    const x = left + at * width;
    pen.rectangle({ x, y: MARGIN, width: 1, height: RULER }, 0, { fill: palette.line });
    const letters = { ...heading(palette), size: 11, weight: 400, colour: palette.inkFaint };
    pen.text(label, x + 5, MARGIN + RULER / 2, letters);
  }
}
