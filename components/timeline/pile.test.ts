import { describe, expect, test } from 'vitest';
import { axisOf } from '@/lib/trace/axis';
import { wholeAxis } from '@/lib/trace/axis-window';
import { groupCounts } from '@/lib/trace/density';
import { derive } from '@/lib/trace/derive';
import { blockedTrace } from '@/lib/trace/testing/sample-traces';
import { pileAreas } from './pile';

const timeline = derive(blockedTrace());
const time = axisOf(timeline, 'time');
const scale = { axis: time, window: wholeAxis(time) };
const counts = groupCounts(timeline, [0, 1, 2]);

/** The area inside a path of M, L, H, V and Z, in square pixels. */
function areaOf(d: string): number {
  let area = 0;
  for (const outline of d.split('Z').filter(Boolean)) {
    const points: [number, number][] = [];
    let [x, y] = [0, 0];
    for (const [, letter, numbers = ''] of outline.matchAll(/([MLHV])([^MLHV]*)/g)) {
      const [first = 0, second = 0] = numbers.trim().split(' ').map(Number);
      if (letter === 'H') x = first;
      else if (letter === 'V') y = first;
      else [x, y] = [first, second];
      points.push([x, y]);
    }
    points.forEach(([fromX, fromY], index) => {
      const [toX, toY] = points[(index + 1) % points.length] ?? [0, 0];
      area += (fromX * toY - toX * fromY) / 2;
    });
  }
  return Math.abs(area);
}

describe('a pile', () => {
  const size = { width: 600, height: 60 };
  const areas = pileAreas(counts, scale, size);

  test('holds the states that occurred, the most telling at the bottom', () => {
    expect(areas.map(({ state }) => state)).toEqual(['blocking', 'ready']);
  });

  test('covers just what the states took', () => {
    // Three requests at most: a request for the whole run is a third of 600 by 60 pixels.
    const perRequest = (size.width * size.height) / 3;
    const [blocking, ready] = areas.map(({ d }) => areaOf(d) / perRequest);
    expect(blocking).toBeCloseTo(1, 2);
    expect(ready).toBeCloseTo((190 + 180 + 200) / 600, 2);
  });

  test('has no outline where nobody is in a state', () => {
    const late = pileAreas(counts, { axis: time, window: { start: 420_000, end: 600_000 } }, size);
    expect(late.map(({ state }) => state)).toEqual(['blocking']);
  });
});
