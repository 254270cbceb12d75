'use client';
/** What the minimap shows: how many requests there are over time, what held the loop, what a search found. */
import { useEffect, useRef } from 'react';
import { fractionIn, type Scale } from '@/lib/trace/axis-window';
import { COUNTED, densityOf, type StateCounts } from '@/lib/trace/density';
import styles from './minimap.module.css';
import type { Run } from './run';
import { momentsFound } from './searching';
import { useTheme } from './theme';
import { useView, type ViewStore } from './view-store';

/** In pixels. A blocking call is never thinner than this, and a hit is a tick of this width. */
const SEEN = 2;

export function MinimapPicture({
  run,
  store,
  counts,
  scale,
}: {
  readonly run: Run;
  readonly store: ViewStore;
  readonly counts: StateCounts;
  readonly scale: Scale;
}) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const search = useView(store, (view) => view.search);
  const theme = useTheme();
  const { axis } = scale;

  // biome-ignore lint/correctness/useExhaustiveDependencies: another theme brings other colours.
  useEffect(() => {
    const target = canvas.current;
    if (target === null) return;
    const hits = momentsFound(run, search);
    const draw = () => paint(target, run, { axis, window: { start: 0, end: axis.length } }, counts, hits);
    draw();
    if (typeof ResizeObserver === 'undefined') return;
    const observer = new ResizeObserver(draw);
    observer.observe(target);
    return () => observer.disconnect();
  }, [run, counts, axis, search, theme]);

  return (
    <div aria-hidden="true">
      <canvas ref={canvas} className={styles.picture} />
    </div>
  );
}

function paint(
  canvas: HTMLCanvasElement,
  { timeline }: Run,
  scale: Scale,
  counts: StateCounts,
  hits: ArrayLike<number>,
): void {
  const context = canvas.getContext('2d');
  const { clientWidth: width, clientHeight: height } = canvas;
  if (context === null || width === 0) return;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  context.scale(ratio, ratio);
  const colour = (name: string) => {
    canvas.style.color = `var(${name})`;
    return getComputedStyle(canvas).color;
  };
  const density = densityOf(counts, scale, width);
  const unit = (height - 4) / Math.max(counts.peak, 1);
  const ready = COUNTED.indexOf('ready');
  const total = { all: colour('--line-strong'), ready: colour('--ink') };
  for (let column = 0; column < width; column += 1) {
    const own = density.subarray(column * COUNTED.length, (column + 1) * COUNTED.length);
    const all = own.reduce((sum, count) => sum + count, 0);
    context.fillStyle = total.all;
    context.fillRect(column, height - all * unit, 1, all * unit);
    // Of all that are there, those that only lack the loop: from the bottom.
    const lacking = (own[ready] ?? 0) * unit;
    context.fillStyle = total.ready;
    context.fillRect(column, height - lacking, 1, lacking);
  }
  const at = (moment: number) => fractionIn(scale, moment) * width;
  context.fillStyle = colour('--danger');
  for (const hold of timeline.holds) {
    context.fillRect(at(hold.begin), 0, Math.max(at(hold.end) - at(hold.begin), SEEN), 4);
  }
  context.fillStyle = colour('--accent');
  for (let index = 0; index < hits.length; index += 1) context.fillRect(at(hits[index] ?? 0), 4, SEEN, 8);
  canvas.style.color = '';
}
