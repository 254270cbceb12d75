import { describe, expect, test } from 'vitest';
import { axisOf, valueAt } from './axis';
import {
  carriedOver,
  drawnFor,
  fractionIn,
  isWhole,
  lengthOf,
  panned,
  positionIn,
  revealing,
  wholeAxis,
  windowAround,
  withinAxis,
  zoomed,
} from './axis-window';
import { derive } from './derive';
import { blockedTrace } from './testing/sample-traces';

const timeline = derive(blockedTrace());
const time = axisOf(timeline, 'time');
const steps = axisOf(timeline, 'steps');

describe('zooming', () => {
  test('keeps the value under the pointer where it stands', () => {
    const window = zoomed(time, wholeAxis(time), 2, 150_000);
    expect(lengthOf(window)).toBe(300_000);
    expect((150_000 - window.start) / lengthOf(window)).toBeCloseTo(0.25);
  });

  test('never leaves the axis, and never shows less than can be told apart', () => {
    for (const axis of [time, steps]) {
      let window = wholeAxis(axis);
      for (let turn = 0; turn < 60; turn += 1) window = zoomed(axis, window, 2, axis.length);
      expect(lengthOf(window)).toBeGreaterThan(0);
      expect(window.end).toBeLessThanOrEqual(axis.length);
      expect(zoomed(axis, window, 1e-9, 0)).toEqual(wholeAxis(axis));
    }
  });

  test('a stretch that is zoomed to stands inside with room around it', () => {
    const [hold] = timeline.holds;
    if (!hold) throw new Error('the run blocks');
    const window = windowAround(time, hold.begin, hold.end);
    expect(window.start).toBe(0);
    expect(window.end).toBeGreaterThan(valueAt(time, hold.end));
    expect(window.end).toBeLessThan(valueAt(time, hold.end) * 1.3);
  });
});

describe('panning', () => {
  test('stops at the ends and keeps its length', () => {
    const window = { start: 100_000, end: 200_000 };
    expect(panned(time, window, 0.5)).toEqual({ start: 150_000, end: 250_000 });
    expect(panned(time, window, -5)).toEqual({ start: 0, end: 100_000 });
    expect(panned(time, window, 50)).toEqual({ start: 500_000, end: 600_000 });
  });

  test('brings a value into sight only when it is out of sight', () => {
    const window = { start: 100_000, end: 200_000 };
    expect(revealing(time, window, 150_000)).toBe(window);
    expect(revealing(time, window, 300_000)).toEqual({ start: 290_000, end: 390_000 });
    expect(revealing(time, window, 50_000)).toEqual({ start: 0, end: 100_000 });
  });
});

describe('another axis', () => {
  test('shows the same moments', () => {
    const [, hold] = timeline.holds;
    if (!hold) throw new Error('the run blocks more than once');
    const onSteps = windowAround(steps, hold.begin, hold.end);
    const onTime = carriedOver(onSteps, steps, time);
    expect(positionIn({ axis: time, window: onTime }, 0.5)).toBeGreaterThan(hold.begin);
    expect(positionIn({ axis: time, window: onTime }, 0.5)).toBeLessThan(hold.end);
  });

  test('a whole run stays whole', () => {
    expect(carriedOver(wholeAxis(steps), steps, time)).toEqual(wholeAxis(time));
    expect(isWhole(time, carriedOver(wholeAxis(steps), steps, time))).toBe(true);
  });
});

describe('what is drawn', () => {
  test('serves while the window only moves within it', () => {
    const window = { start: 200_000, end: 300_000 };
    const drawn = drawnFor(time, window, null);
    expect(drawn.window).toEqual({ start: 150_000, end: 350_000 });
    expect(drawnFor(time, panned(time, window, 0.4), drawn)).toBe(drawn);
    expect(drawnFor(time, panned(time, window, 0.6), drawn)).not.toBe(drawn);
    expect(drawnFor(time, zoomed(time, window, 1.1, 250_000), drawn)).not.toBe(drawn);
    expect(drawnFor(steps, wholeAxis(steps), drawn).axis).toBe(steps);
  });

  test('lies ahead of a window that moves, on whichever side', () => {
    const window = { start: 300_000, end: 400_000 };
    const on = drawnFor(time, window, drawnFor(time, panned(time, window, -1), null));
    expect(on.window).toEqual({ start: 300_000, end: 500_000 });
    expect(drawnFor(time, panned(time, window, 0.9), on)).toBe(on);
    const back = drawnFor(time, panned(time, window, -0.5), on);
    expect(back.window).toEqual({ start: 150_000, end: 350_000 });
  });

  test('is always of one length, at the ends of the run as well: what is painted keeps its size', () => {
    for (const start of [0, 20_000, 300_000, 500_000]) {
      const { window } = drawnFor(time, { start, end: start + 100_000 }, null);
      expect(lengthOf(window)).toBe(200_000);
    }
  });
});

test('fractions of a window and positions lead into each other', () => {
  const scale = { axis: time, window: withinAxis(time, { start: 120_000, end: 480_000 }) };
  for (const fraction of [0, 0.2, 0.5, 1]) {
    expect(fractionIn(scale, positionIn(scale, fraction))).toBeCloseTo(fraction, 9);
  }
});
