import { describe, expect, test } from 'vitest';
import { axisOf, fractionAt, momentAt, positionAt, positionAtTime, timeAt } from './axis';
import { derive } from './derive';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';

const timelines = [overlappingTrace(), blockedTrace(), mixedTrace()].map(derive);

describe.each(['steps', 'time'] as const)('the %s axis', (kind) => {
  test('never goes back, and reaches from 0 to its length', () => {
    for (const timeline of timelines) {
      const axis = axisOf(timeline, kind);
      expect(axis.at[0]).toBe(0);
      expect(axis.at.at(-1)).toBe(axis.length);
      axis.at.forEach((at, moment) => {
        expect(at).toBeGreaterThanOrEqual(axis.at[moment - 1] ?? 0);
      });
    }
  });

  test('maps a position to a fraction and back to the same place', () => {
    for (const timeline of timelines) {
      const axis = axisOf(timeline, kind);
      for (let position = 0; position <= timeline.end; position += 0.25) {
        const fraction = fractionAt(axis, position);
        expect(fractionAt(axis, positionAt(axis, fraction))).toBeCloseTo(fraction, 9);
      }
    }
  });

  test('keeps fractions outside the run at its ends', () => {
    for (const timeline of timelines) {
      const axis = axisOf(timeline, kind);
      expect(positionAt(axis, -1)).toBe(positionAt(axis, 0));
      expect(positionAt(axis, 7)).toBe(timeline.end);
      expect(momentAt(timeline, 9999)).toBe(timeline.end - 1);
    }
  });
});

describe('the Steps axis', () => {
  test('gives a turn that takes 2 microseconds a width that can be seen', () => {
    const timeline = timelines[0];
    if (!timeline?.loop) throw new Error('the sample has a loop');
    const axis = axisOf(timeline, 'steps');
    const [begin = 0, end = 0] = [timeline.loop.begin[0], timeline.loop.end[0]];
    expect((fractionAt(axis, end) - fractionAt(axis, begin)) * axis.length).toBeGreaterThan(1);
  });

  test('lets a wait of 180 ms take less than a fifth of a run that is nearly all waiting', () => {
    const timeline = timelines[0];
    if (!timeline) throw new Error('the sample exists');
    const axis = axisOf(timeline, 'steps');
    const longest = Math.max(...axis.at.map((at, moment) => (axis.at[moment + 1] ?? at) - at));
    expect(longest / axis.length).toBeLessThan(0.2);
  });
});

describe('virtual time', () => {
  test('a time maps to the position after everything that had happened by then', () => {
    for (const timeline of timelines) {
      for (const time of [0, 5_000, 20_000, 100_000]) {
        expect(timeAt(timeline, positionAtTime(timeline, time))).toBeCloseTo(time, 6);
      }
      expect(timeline.times[momentAt(timeline, positionAtTime(timeline, 20_000)) + 1]).toBeGreaterThan(
        20_000,
      );
    }
  });
});
