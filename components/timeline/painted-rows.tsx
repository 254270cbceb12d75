'use client';
/**
 * The rows on a canvas, where there are more marks than elements can carry. What a canvas cannot say, the
 * selection and the story do.
 */
import { type PointerEvent, useLayoutEffect, useRef } from 'react';
import { positionIn, type Scale } from '@/lib/trace/axis-window';
import { CanvasPen } from './canvas-pen';
import type { FigureMarks, Mark } from './figure-model';
import styles from './live.module.css';
import { paintRows } from './paint-rows';
import { readPalette } from './palette';
import { useThemeChange } from './theme-change';

/** A canvas larger than this is painted less sharply, in device pixels. */
const LARGEST = 12_000_000;

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
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useThemeChange();
  const [first] = figure.rows;
  const last = figure.rows.at(-1);
  const top = first?.top ?? 0;
  const rows = (last ? last.top + last.height : 0) - top;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme brings other colours.
  useLayoutEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context) return;
    const style = getComputedStyle(target);
    const pitch = target.clientHeight / Math.max(rows, 1);
    const bar = Number.parseFloat(style.getPropertyValue('font-size'));
    const sharpness = Math.min(
      window.devicePixelRatio || 1,
      Math.sqrt(LARGEST / Math.max(pixels * target.clientHeight, 1)),
    );
    target.width = Math.round(pixels * sharpness);
    target.height = Math.round(target.clientHeight * sharpness);
    context.scale(sharpness, sharpness);
    const under = Math.min((pitch - bar) / 2, Number.parseFloat(style.scrollMarginBottom) || pitch);
    const paper = { scale, width: pixels, left: 0, top: -top * pitch, sizes: { pitch, bar, under }, looked };
    paintRows(new CanvasPen(context), figure, paper, readPalette(target.parentElement ?? target));
  }, [figure, scale, pixels, looked, rows, top, theme]);

  /** The mark under the pointer says itself in a tooltip, and where a click leads. */
  const point = (event: PointerEvent<HTMLCanvasElement>) => {
    const target = event.currentTarget;
    const { left, top: edge, width, height } = target.getBoundingClientRect();
    const at = top + ((event.clientY - edge) / height) * rows;
    const row = figure.rows.find((own) => own.top <= at && at < own.top + own.height);
    const mark = row && markAt(row.marks, positionIn(scale, (event.clientX - left) / width));
    target.title = mark?.title ?? '';
    if (row && mark) {
      Object.assign(target.dataset, { moment: mark.from, row: row.key });
      for (const key of ['file', 'line'] as const) delete target.dataset[key];
      if (mark.place) Object.assign(target.dataset, mark.place);
    } else {
      for (const key of ['moment', 'row', 'file', 'line'] as const) delete target.dataset[key];
    }
  };

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label="The marks of these rows. The story tells them in words; comma and full stop walk from mark to mark."
      className={styles.painted}
      style={{ height: `calc(var(--pitch) * ${rows})` }}
      onPointerMove={point}
      onPointerDown={point}
    />
  );
}

/** The mark that covers a position; of several, the one that begins last lies on top. */
function markAt(marks: readonly Mark[], position: number): Mark | undefined {
  return marks.findLast(({ from, to }) => from <= position && position <= to);
}
