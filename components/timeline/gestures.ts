/**
 * The pointer on the lanes: wheel and pinch zoom, dragging moves the window, dragging over the ruler zooms to
 * what was dragged over. All of it is a shortcut: buttons and keys do the same.
 */
import { type RefObject, useEffect } from 'react';
import { lengthOf } from '@/lib/trace/axis-window';
import { look, pan, windowShown, zoomAround } from './looking';
import type { Run } from './run';
import type { ViewStore } from './view-store';

/** How much closer a pixel of the wheel goes, as an exponent. */
const WHEEL = 0.008;
/** A press that moves less than this is a click, in pixels. */
const CLICK = 5;

/** Listens on `plot`, the lanes; `band` is the element that shows what is dragged over on the ruler. */
export function useGestures(
  store: ViewStore,
  run: Run,
  plot: RefObject<HTMLElement | null>,
  band: RefObject<HTMLElement | null>,
): void {
  useEffect(() => {
    const lanes = plot.current?.closest<HTMLElement>('[data-lanes]');
    if (!lanes || !plot.current) return;
    const stop = [onWheel(store, run, lanes, plot), onDrag(store, run, lanes, plot, band)];
    return () => {
      for (const own of stop) own();
    };
  }, [store, run, plot, band]);
}

type Plot = RefObject<HTMLElement | null>;

/** Where a pointer stands over the plot: a fraction of its width. */
function fractionUnder(plot: Plot, x: number): number {
  const { left = 0, width = 0 } = plot.current?.getBoundingClientRect() ?? {};
  return width > 0 ? (x - left) / width : 0;
}

function valueUnder(store: ViewStore, run: Run, plot: Plot, x: number): number {
  const window = windowShown(store, run);
  return window.start + fractionUnder(plot, x) * lengthOf(window);
}

function onWheel(store: ViewStore, run: Run, lanes: HTMLElement, plot: Plot): () => void {
  const turn = (event: WheelEvent) => {
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const factor = Math.exp(-event.deltaY * WHEEL);
      zoomAround(store, run, factor, valueUnder(store, run, plot, event.clientX));
      return;
    }
    const sideways = event.shiftKey ? event.deltaY || event.deltaX : event.deltaX;
    if (sideways === 0 || Math.abs(sideways) < Math.abs(event.shiftKey ? 0 : event.deltaY)) return;
    event.preventDefault();
    pan(store, run, sideways / (plot.current?.offsetWidth || 1));
  };
  lanes.addEventListener('wheel', turn, { passive: false });
  return () => lanes.removeEventListener('wheel', turn);
}

function onDrag(
  store: ViewStore,
  run: Run,
  lanes: HTMLElement,
  plot: Plot,
  band: RefObject<HTMLElement | null>,
): () => void {
  const down = new Map<number, { readonly x: number; readonly start: number }>();
  let moved = false;
  let overRuler = false;

  const press = (event: PointerEvent) => {
    const onLanes = event.target instanceof Element && !event.target.closest('button');
    if (event.button !== 0 || !onLanes || fractionUnder(plot, event.clientX) < 0) return;
    if (down.size === 0) moved = false;
    down.set(event.pointerId, { x: event.clientX, start: event.clientX });
    overRuler = event.target instanceof Element && event.target.closest('[data-ruler]') !== null;
  };

  const move = (event: PointerEvent) => {
    const own = down.get(event.pointerId);
    if (own === undefined) return;
    if (!moved && Math.abs(event.clientX - own.start) < CLICK && down.size === 1) return;
    if (!moved) lanes.setPointerCapture(event.pointerId);
    moved = true;
    const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
    if (other !== undefined) pinch(own.x, event.clientX, other.x);
    else if (overRuler) showBand(own.start, event.clientX);
    else pan(store, run, (own.x - event.clientX) / (plot.current?.offsetWidth || 1));
    down.set(event.pointerId, { ...own, x: event.clientX });
  };

  /** One finger goes from `before` to `now`, the other rests: what lies between them stays between them. */
  const pinch = (before: number, now: number, other: number) => {
    const factor = Math.abs(now - other) / Math.max(Math.abs(before - other), 1);
    if (factor > 0) zoomAround(store, run, factor, valueUnder(store, run, plot, other));
  };

  const showBand = (from: number, to: number) => {
    const [left, right] = [fractionUnder(plot, Math.min(from, to)), fractionUnder(plot, Math.max(from, to))];
    if (band.current === null) return;
    band.current.hidden = false;
    band.current.style.left = `${Math.max(left, 0) * 100}%`;
    band.current.style.width = `${(Math.min(right, 1) - Math.max(left, 0)) * 100}%`;
  };

  const release = (event: PointerEvent) => {
    const own = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (band.current) band.current.hidden = true;
    if (own === undefined || !moved || !overRuler || event.type === 'pointercancel' || down.size > 0) return;
    const edges = [valueUnder(store, run, plot, own.start), valueUnder(store, run, plot, event.clientX)];
    look(store, run, { start: Math.min(...edges), end: Math.max(...edges) });
  };

  /** The click that ends a drag is none. */
  const swallow = (event: MouseEvent) => {
    if (moved) event.stopPropagation();
    moved = false;
  };

  lanes.addEventListener('pointerdown', press);
  lanes.addEventListener('pointermove', move);
  lanes.addEventListener('pointerup', release);
  lanes.addEventListener('pointercancel', release);
  lanes.addEventListener('click', swallow, { capture: true });
  return () => {
    lanes.removeEventListener('pointerdown', press);
    lanes.removeEventListener('pointermove', move);
    lanes.removeEventListener('pointerup', release);
    lanes.removeEventListener('pointercancel', release);
    lanes.removeEventListener('click', swallow, { capture: true });
  };
}
