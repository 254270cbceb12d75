// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { isWhole, lengthOf } from '@/lib/trace/axis-window';
import { blockedTrace } from '@/lib/trace/testing/sample-traces';
import { look, windowShown } from './looking';
import { axisShown, runOf } from './run';
import { Timeline } from './timeline';
import { ViewStore } from './view-store';

const trace = blockedTrace();
const run = runOf(trace);
/** The lanes lie at 200 px and are 1,000 px wide. */
const [LEFT, WIDTH] = [200, 1000];

beforeEach(() => {
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(LEFT, 0, WIDTH, 400));
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(WIDTH);
  HTMLElement.prototype.setPointerCapture = () => {};
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function open() {
  const store = new ViewStore();
  render(<Timeline trace={trace} view={store} />);
  store.change({ axis: 'time' });
  const lanes = screen.getByRole('group', { name: /^Lanes/ });
  const axis = axisShown(run, store.view);
  /** Looks at the middle half of the run. */
  look(store, run, { start: axis.length / 4, end: (axis.length * 3) / 4 });
  const at = (fraction: number, pointerId = 1) => ({
    pointerId,
    clientX: LEFT + fraction * WIDTH,
    button: 0,
    bubbles: true,
  });
  /** jsdom has pointer events without coordinates: mouse events carry them. */
  const pointer = (kind: string, target: Element, fraction: number, pointerId = 1) => {
    const event = new MouseEvent(kind, at(fraction));
    Object.assign(event, { pointerId });
    fireEvent(target, event);
  };
  return { store, lanes, axis, pointer, seen: () => windowShown(store, run) };
}

const ruler = (lanes: HTMLElement): Element => {
  const found = lanes.querySelector('[data-ruler]');
  if (found === null) throw new Error('there is no ruler');
  return found;
};

describe('the wheel', () => {
  test('with Ctrl comes closer to what is under the pointer, which stays where it is', () => {
    const { lanes, seen } = open();
    const before = seen();
    const under = before.start + 0.25 * lengthOf(before);
    fireEvent.wheel(lanes, { deltaY: -100, ctrlKey: true, clientX: LEFT + 0.25 * WIDTH });
    expect(lengthOf(seen())).toBeLessThan(lengthOf(before));
    expect((under - seen().start) / lengthOf(seen())).toBeCloseTo(0.25, 5);
  });

  test('sideways moves along; up and down is the page’s', () => {
    const { lanes, seen } = open();
    const before = seen();
    fireEvent.wheel(lanes, { deltaY: 120 });
    expect(seen()).toEqual(before);
    fireEvent.wheel(lanes, { deltaX: 100 });
    expect(seen().start).toBeCloseTo(before.start + 0.1 * lengthOf(before), 5);
    fireEvent.wheel(lanes, { deltaY: -100, shiftKey: true });
    expect(seen().start).toBeCloseTo(before.start, 5);
  });
});

describe('a pointer', () => {
  test('that drags the lanes takes the window along, and its last click is none', () => {
    const { store, lanes, seen, pointer } = open();
    const before = seen();
    pointer('pointerdown', lanes, 0.5);
    pointer('pointermove', lanes, 0.4);
    pointer('pointerup', lanes, 0.4);
    fireEvent.click(lanes, { clientX: LEFT + 0.4 * WIDTH });
    expect(seen().start).toBeCloseTo(before.start + 0.1 * lengthOf(before), 5);
    expect(store.view.touched).toBe(false);
  });

  test('that hardly moves is a click: the playhead goes there', () => {
    const { store, lanes, seen, pointer } = open();
    const before = seen();
    pointer('pointerdown', lanes, 0.5);
    pointer('pointermove', lanes, 0.502);
    pointer('pointerup', lanes, 0.502);
    fireEvent.click(lanes, { clientX: LEFT + 0.5 * WIDTH });
    expect(seen()).toEqual(before);
    expect(store.view.touched).toBe(true);
  });

  test('that drags over the ruler looks at what it covered, and shows it meanwhile', () => {
    const { lanes, seen, pointer } = open();
    const before = seen();
    pointer('pointerdown', ruler(lanes), 0.6);
    pointer('pointermove', ruler(lanes), 0.2);
    expect(lanes.querySelector<HTMLElement>('[class*="band"]')?.style.width).toBe('40%');
    pointer('pointerup', ruler(lanes), 0.2);
    expect(seen().start).toBeCloseTo(before.start + 0.2 * lengthOf(before), 5);
    expect(seen().end).toBeCloseTo(before.start + 0.6 * lengthOf(before), 5);
  });

  test('whose drag over the ruler is taken away changes nothing', () => {
    const { lanes, seen, pointer } = open();
    const before = seen();
    pointer('pointerdown', ruler(lanes), 0.6);
    pointer('pointermove', ruler(lanes), 0.2);
    pointer('pointercancel', ruler(lanes), 0.2);
    expect(seen()).toEqual(before);
  });

  test('on a button belongs to the button', () => {
    const { lanes, seen, pointer } = open();
    const before = seen();
    const fold = screen.getByRole('button', { name: 'Layers of request A' });
    pointer('pointerdown', fold, 0.5);
    pointer('pointermove', lanes, 0.1);
    expect(seen()).toEqual(before);
  });
});

test('two fingers that part come closer, and what the resting one touches stays under it', () => {
  const { lanes, axis, seen, pointer } = open();
  const before = seen();
  const under = before.start + 0.2 * lengthOf(before);
  pointer('pointerdown', lanes, 0.2, 1);
  pointer('pointerdown', lanes, 0.4, 2);
  pointer('pointermove', lanes, 0.6, 2);
  expect(lengthOf(seen())).toBeCloseTo(lengthOf(before) / 2, 5);
  expect((under - seen().start) / lengthOf(seen())).toBeCloseTo(0.2, 5);
  pointer('pointermove', lanes, 0.21, 2);
  expect(isWhole(axis, seen())).toBe(true);
});
