'use client';
/** A canvas that holds marks: painted again when they change, and pointed at like elements. */
import { type CSSProperties, type PointerEvent, useLayoutEffect, useRef } from 'react';
import { CanvasPen } from './canvas-pen';
import type { Mark } from './figure-model';
import { type Palette, paletteOf } from './palette';
import type { Pen } from './pen';
import { useTheme } from './theme';

/** A canvas larger than this is painted less sharply, in device pixels. */
const LARGEST = 12_000_000;

/** What lies under a pointer. Without a row, a click on it moves the playhead and selects nothing. */
export type Pointed = { readonly mark: Mark; readonly row: string | null };

export function Painting({
  pixels,
  paint,
  pointedAt,
  label,
  className,
  style,
}: {
  /** Width in pixels; the height is the style sheet's. */
  readonly pixels: number;
  /** Must be another one when there is something else to paint, and only then. */
  readonly paint: (pen: Pen, canvas: HTMLCanvasElement, palette: Palette) => void;
  /** Across and down are fractions of the canvas. */
  readonly pointedAt: (across: number, down: number) => Pointed | null;
  readonly label: string;
  readonly className: string | undefined;
  readonly style?: CSSProperties;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();

  useLayoutEffect(() => {
    const target = canvas.current;
    const context = target?.getContext('2d');
    if (!target || !context) return;
    const height = target.clientHeight;
    const sharpness = Math.min(
      window.devicePixelRatio || 1,
      Math.sqrt(LARGEST / Math.max(pixels * height, 1)),
    );
    clear(context, Math.round(pixels * sharpness), Math.round(height * sharpness));
    context.setTransform(sharpness, 0, 0, sharpness, 0, 0);
    paint(new CanvasPen(context), target, paletteOf(theme));
  }, [pixels, paint, theme]);

  /** The mark under the pointer says itself in a tooltip, and where a click leads. */
  const point = (event: PointerEvent<HTMLCanvasElement>) => {
    const target = event.currentTarget;
    const { left, top, width, height } = target.getBoundingClientRect();
    const pointed = pointedAt((event.clientX - left) / width, (event.clientY - top) / height);
    target.title = pointed?.mark.title ?? '';
    for (const key of ['moment', 'row', 'file', 'line'] as const) delete target.dataset[key];
    if (pointed === null) return;
    target.dataset.moment = String(pointed.mark.from);
    if (pointed.row !== null) target.dataset.row = pointed.row;
    if (pointed.mark.place) Object.assign(target.dataset, pointed.mark.place);
  };

  return (
    <canvas
      ref={canvas}
      role="img"
      aria-label={label}
      className={className}
      style={style}
      onPointerMove={point}
      onPointerDown={point}
    />
  );
}

/** Empties a canvas. One of another size takes new memory, which takes longer than to paint it. */
function clear(context: CanvasRenderingContext2D, width: number, height: number): void {
  const { canvas } = context;
  if (canvas.width === width && canvas.height === height) {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.clearRect(0, 0, width, height);
    return;
  }
  canvas.width = width;
  canvas.height = height;
}

/** The mark that covers a position; of several, the one that begins last lies on top. */
export function markAt(marks: readonly Mark[], position: number): Mark | undefined {
  return marks.findLast(({ from, to }) => from <= position && position <= to);
}
