import { describe, expect, test } from 'vitest';
import { axisOf } from '@/lib/trace/axis';
import { wholeAxis } from '@/lib/trace/axis-window';
import { derive } from '@/lib/trace/derive';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import type { Mark, Shape, Sign } from './figure-model';
import { legible, legibleSigns } from './level-of-detail';

/** A run of 100 ms with an event in each microsecond from 0 to 1099, and the axis on which it is drawn. */
function longRun() {
  const builder = new TraceBuilder(['view']);
  for (let at = 0; at < 1100; at += 1) builder.at(at / 1000).emit('clock-jump', { from: at });
  const axis = axisOf(derive(builder.build(100)), 'time');
  return { axis, window: wholeAxis(axis) };
}

const scale = longRun();
const mark = (shape: Shape, from: number, to: number, group = 0): Mark => ({
  shape,
  from,
  to,
  group,
  chip: null,
  title: shape,
  place: null,
});

describe('marks too short to be told apart', () => {
  const turns = Array.from({ length: 100 }, (_, index) =>
    mark(index % 2 ? 'ready' : 'running', index * 10, index * 10 + 10),
  );

  test('become one that says how many of each it stands for', () => {
    const [only, ...others] = legible(turns, scale, 200);
    expect(others).toEqual([]);
    expect(only).toMatchObject({ shape: 'mixed', from: 0, to: 1000, group: 0 });
    expect(only?.title).toBe('100 spans too short to tell apart here: 50 running, 50 ready');
  });

  test('are themselves again where there is room', () => {
    expect(legible(turns, { ...scale, window: { start: 0, end: 1000 } }, 1000)).toEqual(turns);
  });

  test('fill only as much of their height as they cover of their width', () => {
    const sparse = [mark('running', 0, 10), mark('running', 490, 500)];
    const [only] = legible(sparse, { ...scale, window: { start: 0, end: 10_000 } }, 15);
    expect(only).toMatchObject({ shape: 'mixed', cover: 0.2 });
  });

  test('never swallow what blocks the loop', () => {
    const blocking = mark('blocking', 500, 501);
    const seen = legible([...turns.slice(0, 50), blocking, ...turns.slice(50)], scale, 200);
    expect(seen).toContain(blocking);
    expect(seen).toHaveLength(3);
  });

  test('of several requests belong to none of them', () => {
    const [only] = legible([mark('running', 0, 10, 0), mark('running', 10, 20, 1)], scale, 100);
    expect(only?.group).toBe(-1);
  });
});

test('what lies outside the window is not drawn', () => {
  const window = { start: 200, end: 300 };
  const marks = [mark('running', 0, 100), mark('ready', 150, 250), mark('running', 400, 500)];
  expect(legible(marks, { ...scale, window }, 500)).toEqual([marks[1]]);
});

describe('signs', () => {
  const sign = (kind: Sign['kind'], at: number): Sign => ({ kind, at, group: 0, title: kind });

  test('of one kind in one place are counted', () => {
    const seen = legibleSigns([sign('error', 10), sign('error', 12), sign('error', 900)], scale, 800);
    expect(seen.map(({ title }) => title)).toEqual(['error, and 1 more of this kind here', 'error']);
  });

  test('of an error are never hidden behind another', () => {
    const seen = legibleSigns([sign('response', 10), sign('error', 10), sign('cancelled', 10)], scale, 800);
    expect(seen.map(({ kind }) => kind)).toEqual(['response', 'error', 'cancelled']);
  });
});
