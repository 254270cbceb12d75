import { describe, expect, test } from 'vitest';
import { axisOf } from './axis';
import { wholeAxis } from './axis-window';
import { batchesOf } from './batches';
import { COUNTED, countsAt, densityOf, groupCounts } from './density';
import { derive } from './derive';
import { blockedTrace, overlappingTrace } from './testing/sample-traces';
import { timeIn } from './tracks';

const timeline = derive(blockedTrace());
const time = axisOf(timeline, 'time');
const counts = groupCounts(timeline, [0, 1, 2]);

describe('the counts of states', () => {
  test('say at each moment how many are in which state', () => {
    const [first] = timeline.holds;
    if (!first) throw new Error('the run blocks');
    expect(countsAt(counts, first.end - 0.5)).toMatchObject({ blocking: 1, ready: 2, suspended: 0 });
    expect(countsAt(counts, -1)).toMatchObject({ blocking: 0, ready: 0 });
  });

  test('of overlapping requests reach a peak of all three', () => {
    expect(groupCounts(derive(overlappingTrace()), [0, 1, 2]).peak).toBe(3);
  });
});

describe('a density', () => {
  test('covers just as much as the states took, however coarse or narrow it is', () => {
    const window = { start: 130_000, end: 470_000 };
    for (const bins of [1, 7, 300]) {
      const density = densityOf(counts, { axis: time, window }, bins);
      for (const [kind, state] of COUNTED.entries()) {
        let area = 0;
        for (let bin = 0; bin < bins; bin += 1) area += density[bin * COUNTED.length + kind] ?? 0;
        const spent = timeline.groups.reduce((sum, { track }) => {
          const inside = (value: number) => Math.min(Math.max(value, window.start), window.end);
          return (
            sum +
            track.state.reduce((own, at, tile) => {
              if (at !== state) return own;
              const from = timeline.times[track.start[tile] ?? 0] ?? 0;
              const to = timeline.times[track.start[tile + 1] ?? track.end] ?? 0;
              return own + inside(to) - inside(from);
            }, 0)
          );
        }, 0);
        expect((area * 340_000) / bins).toBeCloseTo(spent, 3);
      }
    }
  });

  test('of a whole run adds up to the metrics', () => {
    const density = densityOf(counts, { axis: time, window: wholeAxis(time) }, 10);
    const ready = COUNTED.indexOf('ready');
    let area = 0;
    for (let bin = 0; bin < 10; bin += 1) area += (density[bin * COUNTED.length + ready] ?? 0) * 60_000;
    const spent = timeline.groups.reduce((sum, { track }) => sum + timeIn(track, 'ready', timeline.times), 0);
    expect(area).toBeCloseTo(spent, 3);
  });
});

describe('batches', () => {
  const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

  test('are made only where there are too many requests for rows of their own', () => {
    expect(batchesOf(upTo(40))).toEqual([]);
    expect(batchesOf(upTo(41)).map(({ groups }) => groups.length)).toEqual([10, 10, 10, 10, 1]);
  });

  test('of a thousand stand on one screen and leave nobody out', () => {
    for (const count of [100, 1000, 10_000, 33_333]) {
      const batches = batchesOf(upTo(count));
      expect(batches.length).toBeLessThanOrEqual(25);
      expect(batches.flatMap(({ groups }) => groups)).toEqual(upTo(count));
    }
  });
});
