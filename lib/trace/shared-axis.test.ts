import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { axisOf, valueAt } from './axis';
import { compareRuns } from './compare';
import { derive } from './derive';
import { firstAxis, matchedMoments, sharedAxes } from './shared-axis';
import { TraceBuilder } from './testing/build-trace';
import { programs, traceOf } from './testing/programs';
import { blockedTrace, overlappingTrace } from './testing/sample-traces';

const blocked = derive(blockedTrace());
const overlapping = derive(overlappingTrace());

test('on Time both runs keep their clock, and the shorter one leaves room at its end', () => {
  const { before, after } = sharedAxes(compareRuns(blocked, overlapping), 'time');
  expect([before.length, after.length]).toEqual([600_000, 600_000]);
  expect(valueAt(before, blocked.end)).toBe(600_000);
  expect(valueAt(after, overlapping.end)).toBe(220_002);
  expect(valueAt(after, overlapping.end + 1)).toBe(600_000);
});

test('on Steps the same step stands at the same place in both', () => {
  const comparison = compareRuns(blocked, overlapping);
  const { before, after } = sharedAxes(comparison, 'steps');
  const moments = matchedMoments(comparison);
  expect(moments.length).toBeGreaterThan(4);
  for (const pair of moments) expect(before.at[pair.before]).toBeCloseTo(after.at[pair.after] ?? -1, 9);
});

test('runs are compared on one clock, and on Steps where each request would be a dot on it', () => {
  expect(firstAxis(compareRuns(blocked, overlapping))).toBe('time');
  const answeredAtOnce = (milliseconds: number) => {
    const builder = new TraceBuilder(['view']);
    ['A', 'B'].forEach((request, index) => {
      const task = builder.at(index * 100).arrive(request);
      builder.turn(task);
      builder.at(index * 100 + milliseconds).emit('response-end', {}, { request, task });
      builder.emit('request-end', { error: null }, { request, task });
      builder.turnEnd(task);
    });
    return derive(builder.build());
  };
  expect(firstAxis(compareRuns(answeredAtOnce(0.3), answeredAtOnce(0.6)))).toBe('steps');
  expect(firstAxis(compareRuns(answeredAtOnce(0.3), answeredAtOnce(6)))).toBe('time');
});

describe('for any two programs', () => {
  test('both axes of Steps ascend, are equally long, and take no room from any step', () => {
    fc.assert(
      fc.property(programs, programs, (one, other) => {
        const runs = { before: derive(traceOf(one)), after: derive(traceOf(other)) };
        const axes = sharedAxes(compareRuns(runs.before, runs.after), 'steps');
        expect(axes.before.length).toBeCloseTo(axes.after.length, 9);
        for (const side of ['before', 'after'] as const) {
          const own = axisOf(runs[side], 'steps').at;
          const { at, length } = axes[side];
          expect(at.at(-1)).toBeCloseTo(length, 9);
          for (let moment = 1; moment < at.length; moment += 1) {
            const width = (at[moment] ?? 0) - (at[moment - 1] ?? 0);
            expect(width).toBeGreaterThanOrEqual((own[moment] ?? 0) - (own[moment - 1] ?? 0) - 1e-9);
          }
        }
      }),
    );
  });

  test('a run beside itself has its own axis', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const timeline = derive(traceOf(program));
        const { before, after } = sharedAxes(compareRuns(timeline, timeline), 'steps');
        const own = axisOf(timeline, 'steps').at;
        own.forEach((value, moment) => {
          expect(before.at[moment]).toBeCloseTo(value, 9);
          expect(after.at[moment]).toBeCloseTo(value, 9);
        });
      }),
    );
  });
});
