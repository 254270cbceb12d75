import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import {
  busiestMoment,
  inFlightAt,
  loadRows,
  loopUtilisation,
  requestsInFlight,
  windowLength,
} from './load-over-time';
import { metrics } from './metrics';
import { programs, traceOf } from './testing/programs';
import { blockedTrace, overlappingTrace } from './testing/sample-traces';
import { timeAtPosition } from './times';
import { totalsOf } from './totals';

const blocked = derive(blockedTrace());

describe('three requests, each of which blocks the loop for 200 ms', () => {
  const counts = requestsInFlight(blocked);
  const utilisation = loopUtilisation(blocked, 100_000);

  test('three are in flight from the third arrival on, and one of them blocks', () => {
    const busiest = busiestMoment(counts);
    expect(busiest?.total).toBe(3);
    expect(timeAtPosition(blocked.times, busiest?.position ?? 0)).toBe(20_000);
    expect(inFlightAt(counts, busiest?.position ?? 0).states).toMatchObject({ blocking: 1, ready: 2 });
  });

  test('the loop is taken in every window, all of it by blocking calls', () => {
    expect([...(utilisation?.busy ?? [])]).toEqual([1, 1, 1, 1, 1, 1]);
    expect([...(utilisation?.blocked ?? [])]).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('the table has a row for each window, with the most requests in flight within it', () => {
    const rows = utilisation ? loadRows(blocked, counts, utilisation) : [];
    expect(rows.map(({ most }) => most)).toEqual([3, 3, 2, 2, 1, 1]);
    expect(rows[0]).toEqual({ from: 0, to: 100_000, busy: 1, blocked: 1, most: 3 });
  });
});

test('windows are round, and no more than sixty', () => {
  expect([600_000, 61, 59, 0, 3_100_000].map(windowLength)).toEqual([10_000, 2, 1, 1, 100_000]);
});

test('the last window is as short as what is left of the run', () => {
  const utilisation = loopUtilisation(derive(overlappingTrace()), 100_000);
  expect(utilisation?.busy).toHaveLength(3);
});

test('percentiles are latencies of the run, by nearest rank, and each total is defined', () => {
  const totals = totalsOf(metrics(blocked));
  const value = (name: string) => totals.find((total) => total.name === name)?.value;
  expect([value('Latency, p50'), value('Latency, p95')]).toEqual([390_000, 580_000]);
  for (const { definition } of totals) expect(definition).toMatch(/\.$/);
});

describe('for any program', () => {
  test('the windows add up to the busy and the blocked time of the loop, and none is beyond full', () => {
    fc.assert(
      fc.property(programs, fc.integer({ min: 500, max: 50_000 }), (program, length) => {
        const timeline = derive(traceOf(program));
        const { wall, loopBusy, blocked: blockedTime } = metrics(timeline);
        const utilisation = loopUtilisation(timeline, length);
        if (utilisation === null) return;
        const sum = (shares: Float64Array) =>
          shares.reduce((total, share, index) => {
            return total + share * (Math.min((index + 1) * length, wall) - index * length);
          }, 0);
        expect(sum(utilisation.busy)).toBeCloseTo(loopBusy, 3);
        expect(sum(utilisation.blocked)).toBeCloseTo(blockedTime, 3);
        utilisation.busy.forEach((share, index) => {
          expect(share).toBeLessThanOrEqual(1 + 1e-9);
          expect(utilisation.blocked[index]).toBeLessThanOrEqual(share + 1e-9);
        });
      }),
    );
  });

  test('the states in flight add up to those who have arrived and are not done', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const timeline = derive(traceOf(program));
        const counts = requestsInFlight(timeline);
        for (let moment = 0; moment < timeline.end; moment += 1) {
          const alive = timeline.groups.filter(
            ({ request, track }) =>
              request !== null &&
              moment >= (track.start[0] ?? Number.POSITIVE_INFINITY) &&
              moment < track.end,
          ).length;
          expect(inFlightAt(counts, moment).total).toBeLessThanOrEqual(alive);
          expect(inFlightAt(counts, moment).total).toBeGreaterThanOrEqual(0);
        }
        expect(counts.start.length === 0 ? 0 : inFlightAt(counts, timeline.end).total).toBe(0);
      }),
    );
  });
});
