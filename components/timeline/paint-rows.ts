/** The rows of a figure with a pen: the same marks that marks.tsx draws as elements. */
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import type { Box, Connector, FigureMarks, Mark, Row, Shape, Sign } from './figure-model';
import { extentOf, NARROWEST, RADIUS } from './marks';
import type { HueShades, Palette } from './palette';
import type { Look, Pen, Rectangle } from './pen';
import { pileAreas } from './pile';

/** How rows stand on the paper, in pixels. */
export type RowSizes = {
  readonly pitch: number;
  readonly bar: number;
  /** Between the bottom of a bar and the bottom of its row. */
  readonly under: number;
};

export type Paper = {
  readonly scale: Scale;
  /** Width of the scale, and where its left edge and the first row lie. */
  readonly width: number;
  readonly left: number;
  readonly top: number;
  readonly sizes: RowSizes;
  /** What is looked at, as a share of the width. */
  readonly looked: number;
};

/** Paints boxes, connectors and all marks of the rows given. */
export function paintRows(pen: Pen, figure: FigureMarks, paper: Paper, palette: Palette): void {
  for (const row of figure.rows) paintRule(pen, row, paper, palette);
  for (const box of figure.boxes) paintBox(pen, box, paper, palette);
  for (const connector of figure.connectors) paintConnector(pen, connector, paper, palette);
  for (const row of figure.rows) paintRow(pen, row, paper, palette);
}

const across = ({ scale, width, left }: Paper, position: number): number =>
  left + fractionIn(scale, position) * width;

function paintRule(pen: Pen, row: Row, { top, left, width, sizes }: Paper, { line }: Palette): void {
  if (row.kind === 'layer' || row.kind === 'thread' || row.top === 0) return;
  pen.rectangle({ x: left, y: top + row.top * sizes.pitch, width, height: 1 }, 0, { fill: line });
}

function paintRow(pen: Pen, row: Row, paper: Paper, palette: Palette): void {
  const { top, left, width, sizes, scale } = paper;
  const bottom = top + (row.top + row.height) * sizes.pitch;
  const bar = bottom - sizes.under - sizes.bar;
  if (row.counts) {
    const height = row.height * sizes.pitch - 16;
    for (const { state, d } of pileAreas(row.counts, scale, { width, height })) {
      pen.path(d, left, bottom - 6 - height, pileLook(state, palette));
    }
  }
  if (row.life) {
    const [from, to] = [across(paper, row.life.from), across(paper, row.life.to)];
    const place = { x: from, y: bar + sizes.bar / 2 - 0.75, width: to - from, height: 1.5 };
    pen.rectangle(place, 0, { fill: palette.shades(row.group).plain });
  }
  paintMarks(pen, row.marks, bar, paper, palette);
  for (const sign of row.signs) paintSign(pen, sign, across(paper, sign.at), bar + sizes.bar / 2, palette);
}

/** The marks of one row, their bars beginning at `top`. */
export function paintMarks(
  pen: Pen,
  marks: readonly Mark[],
  top: number,
  paper: Paper,
  palette: Palette,
): void {
  const { bar } = paper.sizes;
  for (const mark of marks) {
    const [y, height] = extentOf(mark);
    const x = across(paper, mark.from);
    const narrowest = (NARROWEST[mark.shape] ?? 0) * paper.looked * paper.width;
    const width = Math.max(across(paper, mark.to) - x, narrowest);
    const place = { x, y: top + (y / 100) * bar, width, height: (height / 100) * bar };
    const shades = palette.shades(mark.group);
    pen.rectangle(place, RADIUS[mark.shape] ?? 3, markLook(mark.shape, shades, palette));
    if (mark.chip !== null) paintChip(pen, mark, place, palette);
  }
}

/** Only these shapes carry words of their own; the others leave them to the selection. */
const WORDED: ReadonlySet<Shape> = new Set([
  'running',
  'in-thread',
  'blocking',
  'suspended',
  'ghost',
  'held',
]);
/** A suspended mark says its line from this width on, and from the second all of it, in pixels. */
const ROOM = 62;
const ROOMY = 122;
const DARK: ReadonlySet<Shape> = new Set(['running', 'in-thread', 'blocking']);

function paintChip(pen: Pen, { shape, chip }: Mark, place: Rectangle, palette: Palette): void {
  if (chip === null || !WORDED.has(shape)) return;
  const dark = DARK.has(shape);
  const letters = {
    size: 11,
    weight: dark ? 700 : 500,
    family: dark ? 'prose' : 'code',
    colour: dark ? palette.raised : palette.ink,
    align: 'middle',
  } as const;
  const [x, y] = [place.x + place.width / 2, place.y + place.height / 2];
  const room = place.width - (dark ? 4 : 16);
  // The longer words where they have room, else the second half; see marks.module.css.
  const words = place.width >= ROOMY ? chip : (chip.split(' · ')[1] ?? chip);
  if (shape === 'suspended') {
    if (place.width < ROOM) return;
    const width = words.length * 6.8 + 10;
    const plate = { x: x - width / 2, y: y - 8.5, width, height: 17 };
    pen.rectangle(plate, 4, { fill: palette.raised, stroke: { colour: palette.line, width: 1 } });
  }
  pen.text(words, x, y, letters, room);
}

/** How each shape looks; see marks.module.css, which says the same in CSS. */
export function markLook(shape: Shape, shades: HueShades, { ink, raised, lineStrong }: Palette): Look {
  const dotted = { colour: shades.strong, width: 2, dash: [0.1, 4], round: true };
  const looks: Readonly<Record<Shape, Look>> = {
    running: { fill: shades.strong },
    'in-thread': { fill: shades.strong },
    blocking: { fill: shades.strong, stroke: { colour: ink, width: 3 } },
    ready: { fill: raised, stroke: dotted },
    queued: { stroke: dotted },
    suspended: {
      fill: { texture: 'hatch', colour: shades.strong },
      stroke: { colour: shades.strong, width: 1 },
    },
    ghost: { fill: shades.wash, stroke: { colour: shades.strong, width: 1.25, dash: [5, 3] } },
    held: { fill: raised, stroke: { colour: shades.strong, width: 1.25 } },
    callback: { fill: lineStrong },
    framework: { fill: shades.plain },
    mixed: { fill: shades.tint, stroke: { colour: shades.strong, width: 1 } },
  };
  return looks[shape];
}

function pileLook(state: string, { ink, greyInk, lineStrong }: Palette): Look {
  if (state === 'running' || state === 'blocking') return { fill: ink };
  if (state === 'in-thread') return { fill: greyInk };
  if (state === 'ready') return { fill: { texture: 'dots', colour: ink }, stroke: { colour: ink, width: 1 } };
  const texture = state === 'queued' ? 'sparse' : 'hatch';
  return { fill: { texture, colour: lineStrong }, stroke: { colour: lineStrong, width: 1 } };
}

function paintBox(pen: Pen, box: Box, paper: Paper, palette: Palette): void {
  const { frame, wash } = palette.shades(box.group);
  const { top, sizes } = paper;
  const x = across(paper, box.from);
  const place = {
    x,
    y: top + box.top * sizes.pitch + 2,
    width: Math.max(across(paper, box.to) - x, 1),
    height: (box.bottom - box.top + 1) * sizes.pitch - 4 - box.depth * 3,
  };
  pen.rectangle(place, 6, { fill: wash, stroke: { colour: frame, width: 1 } });
}

function paintConnector(
  pen: Pen,
  { at, from, to, group }: Connector,
  paper: Paper,
  { shades }: Palette,
): void {
  const { top, sizes } = paper;
  const length = (to - from - 0.6) * sizes.pitch;
  const stroke = { colour: shades(group).connector, width: 1.5, dash: [4, 3] };
  pen.path(`M0 0V${length.toFixed(1)}`, across(paper, at), top + (from + 0.8) * sizes.pitch, { stroke });
}

/** Outlines of the signs around their middle, with the lines inside them. */
const SIGNS: Readonly<Record<Sign['kind'], { readonly outline: string; readonly glyph?: string }>> = {
  arrive: { outline: 'M-10 -5.5L-1.5 0L-10 5.5Z' },
  response: { outline: 'M-5 0L0 -5L5 0L0 5Z' },
  error: { outline: 'M0 -8L8 6L-8 6Z', glyph: 'M0 -3L0 1M0 3.6L0 3.8' },
  cancelled: { outline: 'M7 0A7 7 0 1 1 -7 0A7 7 0 1 1 7 0Z', glyph: 'M-3 -3L3 3M3 -3L-3 3' },
};

function paintSign(pen: Pen, sign: Sign, x: number, y: number, palette: Palette): void {
  const { outline, glyph } = SIGNS[sign.kind];
  const colour = sign.kind === 'arrive' ? palette.shades(sign.group).strong : palette.ink;
  pen.path(outline, x, y, { fill: palette.raised, stroke: { colour, width: 1.75 } });
  if (glyph) pen.path(glyph, x, y, { stroke: { colour: palette.ink, width: 2, round: true } });
}
