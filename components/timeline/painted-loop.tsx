'use client';
/** The loop's lane on a canvas, with the number of those that are ready under it; see PaintedRows. */
import { useCallback } from 'react';
import { positionIn, type Scale } from '@/lib/trace/axis-window';
import type { FigureMarks } from './figure-model';
import styles from './live.module.css';
import { LOOP_HEIGHT, paintLoop } from './paint-loop';
import { markAt, Painting, type Pointed } from './painting';
import type { Palette } from './palette';
import type { Pen } from './pen';

export function PaintedLoop({
  loop,
  scale,
  pixels,
  looked,
}: {
  readonly loop: NonNullable<FigureMarks['loop']>;
  readonly scale: Scale;
  readonly pixels: number;
  readonly looked: number;
}) {
  const paint = useCallback(
    (pen: Pen, canvas: HTMLCanvasElement, palette: Palette) => {
      const unit = canvas.clientHeight / LOOP_HEIGHT;
      paintLoop(pen, loop, { scale, width: pixels, left: 0, looked }, { top: 0, unit }, palette);
    },
    [loop, scale, pixels, looked],
  );
  const pointedAt = (across: number): Pointed | null => {
    const mark = markAt(loop.marks, positionIn(scale, across));
    return mark ? { mark, row: null } : null;
  };
  return (
    <Painting
      pixels={pixels}
      paint={paint}
      pointedAt={pointedAt}
      label="Who holds the event loop, and how many are ready. The now panel and the story tell it in words."
      className={styles.paintedLoop}
    />
  );
}
