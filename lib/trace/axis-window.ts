/**
 * The part of an axis that is looked at. Windows are kept in the axis's own units (microseconds on Time,
 * widths of steps on Steps), so that two figures with one clock can share one window.
 */
import { type Axis, positionAtValue, valueAt } from './axis';

/** From `start` up to `end`, within the axis. */
export type AxisWindow = { readonly start: number; readonly end: number };

/** An axis and the window through which it is drawn. */
export type Scale = { readonly axis: Axis; readonly window: AxisWindow };

/** Nothing is smaller than this, so there is nothing to see in a closer look: 20 microseconds, or 2 steps. */
const CLOSEST: Readonly<Record<Axis['kind'], number>> = { time: 20, steps: 2 };

/** Room left and right of what is zoomed to, as a share of it. */
const MARGIN = 0.08;

export const wholeAxis = (axis: Axis): AxisWindow => ({ start: 0, end: axis.length });

export const lengthOf = ({ start, end }: AxisWindow): number => end - start;

/** True where a window shows the whole of its axis. */
export function isWhole(axis: Axis, window: AxisWindow): boolean {
  return lengthOf(window) >= axis.length * (1 - 1e-9);
}

/** The same window with a length that can be shown, moved inside the axis. */
export function withinAxis(axis: Axis, { start, end }: AxisWindow): AxisWindow {
  const closest = Math.min(CLOSEST[axis.kind], axis.length);
  const length = Math.min(Math.max(end - start, closest), axis.length);
  // A window that is too narrow grows around its middle.
  const wanted = end - start < length ? (start + end - length) / 2 : start;
  const inside = Math.min(Math.max(wanted, 0), axis.length - length);
  return { start: inside, end: inside + length };
}

/** Closer by `factor` (below 1: further away), with the value at `anchor` kept where it stands. */
export function zoomed(axis: Axis, window: AxisWindow, factor: number, anchor: number): AxisWindow {
  const start = anchor - (anchor - window.start) / factor;
  return withinAxis(axis, { start, end: start + lengthOf(window) / factor });
}

/** Moved by a share of its own length: 0.5 goes half a window on. */
export function panned(axis: Axis, window: AxisWindow, by: number): AxisWindow {
  const distance = by * lengthOf(window);
  return withinAxis(axis, { start: window.start + distance, end: window.end + distance });
}

/** A window around a stretch between two positions, with a little room on both sides. */
export function windowAround(axis: Axis, from: number, to: number): AxisWindow {
  const [start, end] = [valueAt(axis, from), valueAt(axis, to)];
  const room = (end - start) * MARGIN;
  return withinAxis(axis, { start: start - room, end: end + room });
}

/** The window of another axis of the same run that shows the same moments. */
export function carriedOver(window: AxisWindow, from: Axis, to: Axis): AxisWindow {
  if (isWhole(from, window)) return wholeAxis(to);
  const value = (own: number) => valueAt(to, positionAtValue(from, own));
  return withinAxis(to, { start: value(window.start), end: value(window.end) });
}

/** The window moved just so far that a value stands in it, a tenth of the window from where it came in. */
export function revealing(axis: Axis, window: AxisWindow, value: number): AxisWindow {
  if (value >= window.start && value <= window.end) return window;
  const length = lengthOf(window);
  const start = value > window.end ? value - 0.1 * length : value - 0.9 * length;
  return withinAxis(axis, { start, end: start + length });
}

/** Where a position lies in a window: 0 at its start, 1 at its end, beyond that outside. */
export function fractionIn({ axis, window }: Scale, position: number): number {
  const length = lengthOf(window);
  return length <= 0 ? 0 : (valueAt(axis, position) - window.start) / length;
}

/** The position at a fraction of a window. */
export function positionIn({ axis, window }: Scale, fraction: number): number {
  return positionAtValue(axis, window.start + fraction * lengthOf(window));
}

/** How much is drawn on each side of a window, and of one that moves, ahead of it and behind: in windows. */
const AROUND = 0.5;
const AHEAD = 1;
const BEHIND = 0;

/**
 * What to draw for a window: more than is looked at, so that the picture can be moved without being drawn
 * again, and most of it where the window is moving to. Gives back `drawn` itself while it still serves: at the
 * same scale, with the window inside it.
 */
export function drawnFor(axis: Axis, window: AxisWindow, drawn: Drawn | null): Drawn {
  const length = lengthOf(window);
  const least = length * 1e-9;
  const moves = drawn !== null && drawn.axis === axis && Math.abs(drawn.looked - length) <= least;
  const goesBack = moves && window.start < drawn.window.start - least;
  const goesOn = moves && window.end > drawn.window.end + least;
  if (moves && !goesBack && !goesOn) return drawn;
  const [before, after] = goesOn ? [BEHIND, AHEAD] : goesBack ? [AHEAD, BEHIND] : [AROUND, AROUND];
  // Always of one length, so that what is painted keeps its size.
  const whole = withinAxis(axis, { start: window.start - length * before, end: window.end + length * after });
  return { axis, window: whole, looked: length };
}

/** A scale that is drawn, and the length of the window for which it was. */
export type Drawn = Scale & { readonly looked: number };
