/** What buttons, keys and gestures do to the window: closer, further, along, all of it, around something. */
import { type AxisKind, valueAt } from '@/lib/trace/axis';
import {
  type AxisWindow,
  carriedOver,
  isWhole,
  panned,
  revealing,
  windowAround,
  withinAxis,
  zoomed,
} from '@/lib/trace/axis-window';
import type { RequestGroup } from '@/lib/trace/timeline';
import { naturalWidth } from './natural-width';
import { axisShown, type Run } from './run';
import type { ViewStore } from './view-store';

/** One press goes this much closer. */
export const ZOOM_STEP = 1.6;
/** One press goes this share of the window along. */
const PAN_STEP = 0.25;

export function windowShown(store: ViewStore, run: Run): AxisWindow {
  return store.viewport.windowOf(axisShown(run, store.view));
}

/** Looks at a window of the axis that is shown. */
export function look(store: ViewStore, run: Run, window: AxisWindow): void {
  const axis = axisShown(run, store.view);
  store.viewport.look(isWhole(axis, window) ? null : withinAxis(axis, window));
}

/** Closer by a factor, below 1 further away, around a value of the axis. */
export function zoomAround(store: ViewStore, run: Run, factor: number, anchor: number): void {
  const axis = axisShown(run, store.view);
  look(store, run, zoomed(axis, windowShown(store, run), factor, anchor));
}

/** Closer or further around the playhead where it is in sight, else around the middle. */
export function zoom(store: ViewStore, run: Run, factor: number): void {
  const { start, end } = windowShown(store, run);
  const head = valueAt(axisShown(run, store.view), store.position);
  const inSight = store.view.touched && head >= start && head <= end;
  zoomAround(store, run, factor, inSight ? head : (start + end) / 2);
}

/** Along by a share of the window. */
export function pan(store: ViewStore, run: Run, by: number): void {
  look(store, run, panned(axisShown(run, store.view), windowShown(store, run), by));
}

export const panForward = (store: ViewStore, run: Run) => pan(store, run, PAN_STEP);
export const panBack = (store: ViewStore, run: Run) => pan(store, run, -PAN_STEP);

/** Everything at once. */
export function lookAtAll(store: ViewStore): void {
  store.viewport.look(null);
}

/** Just what lies between two positions, with a little room. */
export function lookBetween(store: ViewStore, run: Run, from: number, to: number): void {
  look(store, run, windowAround(axisShown(run, store.view), from, to));
}

/** The whole life of a request. */
export function lookAtRequest(store: ViewStore, run: Run, { track }: RequestGroup): void {
  lookBetween(store, run, track.start[0] ?? 0, track.end);
}

/** A run of more requests than this begins as a whole, whatever its length. */
const FEW_GROUPS = 12;
/** A run that is only so much wider than its window is squeezed into it. */
const SQUEEZED = 1.4;

/**
 * A short run begins at its natural width, even where its end is then out of sight: its words need the room.
 * `width` is that of the lanes, in pixels; 0 where there are none.
 */
export function lookAtBeginning(store: ViewStore, run: Run, width: number): void {
  const axis = axisShown(run, store.view);
  const natural = naturalWidth(axis);
  if (axis.kind === 'time' || run.timeline.groups.length > FEW_GROUPS) return;
  if (width === 0 || natural <= width * SQUEEZED) return;
  look(store, run, { start: 0, end: (axis.length * width) / natural });
}

/** Moves the window only where a position is out of sight. */
export function bringIntoSight(store: ViewStore, run: Run, position: number): void {
  const axis = axisShown(run, store.view);
  const before = windowShown(store, run);
  const after = revealing(axis, before, valueAt(axis, position));
  if (after !== before) look(store, run, after);
}

/** Another axis, or the same one with the plumbing: the window goes on showing the same moments. */
export function showAxis(
  store: ViewStore,
  run: Run,
  changes: { readonly axis?: AxisKind; readonly plumbing?: boolean },
): void {
  const before = axisShown(run, store.view);
  const after = axisShown(run, { ...store.view, ...changes });
  const window = carriedOver(store.viewport.windowOf(before), before, after);
  store.change(changes);
  if (after !== before) look(store, run, window);
}
