/** The loop's lane with a pen: its turns, and under them how many are ready. */
import { fractionIn } from '@/lib/trace/axis-window';
import type { FigureMarks } from './figure-model';
import { type Paper, paintMarks } from './paint-rows';
import type { Palette } from './palette';
import type { Pen } from './pen';

/** In pixels, at the usual size of letters; see .loop and .waiting in figure.module.css. */
const LANE = { pitch: 38, bar: 24, under: 7 };
const READY = 18;
const ROOM = 2;
/** From here on a count says what it counts. */
const WORDY = 56;

/** Height of the lane and what stands under it, in pixels at the usual size of letters. */
export const LOOP_HEIGHT = LANE.pitch + READY + ROOM;

export function paintLoop(
  pen: Pen,
  { marks, ready }: NonNullable<FigureMarks['loop']>,
  across: Omit<Paper, 'top' | 'sizes'>,
  { top, unit }: { readonly top: number; readonly unit: number },
  palette: Palette,
): void {
  const sizes = { pitch: LANE.pitch * unit, bar: LANE.bar * unit, under: LANE.under * unit };
  const { left, width, scale } = across;
  const idle = { x: left, y: top + sizes.pitch / 2 - 0.75, width, height: 1.5 };
  pen.rectangle(idle, 0, { fill: palette.lineStrong });
  paintMarks(pen, marks, top + sizes.under, { ...across, top, sizes }, palette);
  const below = top + sizes.pitch;
  const height = READY * unit;
  const letters = {
    size: 11,
    weight: 600,
    family: 'prose',
    colour: palette.inkSoft,
    align: 'middle',
  } as const;
  for (const { from, to, count, varies } of ready) {
    const x = left + fractionIn(scale, from) * width;
    const wide = (fractionIn(scale, to) - fractionIn(scale, from)) * width;
    const place = { x: x + 1, y: below + 1, width: Math.max(wide - 2, 0), height: height - 2 };
    pen.rectangle(place, 4, { stroke: { colour: palette.inkFaint, width: 2, dash: [0.1, 4], round: true } });
    const words = `${varies ? '≤' : ''}${count}${wide > WORDY ? ' ready' : ''}`;
    pen.text(words, x + wide / 2, below + height / 2, letters, wide - 2);
  }
}
