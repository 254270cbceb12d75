'use client';
/**
 * The rows on a canvas, where there are more marks than elements can carry. What a canvas cannot say, the
 * selection and the story do.
 */
import { useCallback } from 'react';
import { positionIn, type Scale } from '@/lib/trace/axis-window';
import type { FigureMarks } from './figure-model';
import styles from './live.module.css';
import { paintRows } from './paint-rows';
import { markAt, Painting, type Pointed } from './painting';
import type { Palette } from './palette';
import type { Pen } from './pen';

export function PaintedRows({
  figure,
  scale,
  pixels,
  looked,
}: {
  /** What is in sight. */
  readonly figure: FigureMarks;
  readonly scale: Scale;
  readonly pixels: number;
  readonly looked: number;
}) {
  const last = figure.rows.at(-1);
  const top = figure.rows[0]?.top ?? 0;
  const rows = (last ? last.top + last.height : 0) - top;

  const paint = useCallback(
    (pen: Pen, canvas: HTMLCanvasElement, palette: Palette) => {
      const style = getComputedStyle(canvas);
      const pitch = canvas.clientHeight / Math.max(rows, 1);
      const bar = Number.parseFloat(style.getPropertyValue('font-size'));
      const under = Math.min((pitch - bar) / 2, Number.parseFloat(style.scrollMarginBottom) || pitch);
      const sizes = { pitch, bar, under };
      paintRows(pen, figure, { scale, width: pixels, left: 0, top: -top * pitch, sizes, looked }, palette);
    },
    [figure, scale, pixels, looked, rows, top],
  );

  const pointedAt = (across: number, down: number): Pointed | null => {
    const at = top + down * rows;
    const row = figure.rows.find((own) => own.top <= at && at < own.top + own.height);
    const mark = row && markAt(row.marks, positionIn(scale, across));
    return row && mark ? { mark, row: row.key } : null;
  };

  return (
    <Painting
      pixels={pixels}
      paint={paint}
      pointedAt={pointedAt}
      label="The marks of these rows. The story tells them in words; comma and full stop walk from mark to mark."
      className={styles.painted}
      style={{ height: `calc(var(--pitch) * ${rows})` }}
    />
  );
}
