import { describe, expect, test } from 'vitest';
import { type AxisKind, axisOf } from '@/lib/trace/axis';
import { wholeAxis } from '@/lib/trace/axis-window';
import { derive } from '@/lib/trace/derive';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { ticksOf } from './ruler';

const timeline = derive(overlappingTrace());
const scaleOf = (kind: AxisKind, of = timeline) => {
  const axis = axisOf(of, kind);
  return { axis, window: wholeAxis(axis) };
};

describe('the ruler', () => {
  test('on the Time axis counts in round numbers, at most as densely as there is room', () => {
    const ticks = ticksOf(timeline, scaleOf('time'), 0.15);
    expect(ticks.map(({ label }) => label)).toEqual(['0 ms', '50 ms', '100 ms', '150 ms', '200 ms']);
  });

  test('on the Steps axis names the time wherever it has moved on', () => {
    const ticks = ticksOf(timeline, scaleOf('steps'), 0.05);
    expect(ticks.map(({ label }) => label)).toEqual(['0 ms', '10 ms', '20 ms', '200 ms', '210 ms', '220 ms']);
  });

  test('keeps its labels apart', () => {
    for (const kind of ['steps', 'time'] as const) {
      const ticks = ticksOf(timeline, scaleOf(kind), 0.3);
      ticks.slice(1).forEach(({ at }, index) => {
        expect(at - (ticks[index]?.at ?? 0)).toBeGreaterThanOrEqual(0.3);
      });
    }
  });

  test('in a window names only what lies there, exactly enough to tell its ticks apart', () => {
    const { axis } = scaleOf('time');
    const ticks = ticksOf(timeline, { axis, window: { start: 100_020, end: 100_095 } }, 0.2);
    expect(ticks.map(({ label }) => label)).toEqual(['100.02 ms', '100.04 ms', '100.06 ms', '100.08 ms']);
    const steps = scaleOf('steps');
    const late = { axis: steps.axis, window: { start: steps.axis.length / 2, end: steps.axis.length } };
    expect(ticksOf(timeline, late, 0.05).map(({ label }) => label)).toEqual(['210 ms', '220 ms']);
  });

  test('on the Steps axis counts milliseconds where nobody waits', () => {
    const builder = new TraceBuilder(['view']);
    for (let at = 0; at < 5000; at += 100) builder.at(at / 1000).emit('clock-jump', { from: at });
    const busy = derive(builder.build(5));
    const axis = { ...axisOf(busy, 'time'), kind: 'steps' } as const;
    const whole = ticksOf(busy, { axis, window: wholeAxis(axis) }, 0.1);
    expect(whole.map(({ label }) => label)).toEqual(['0 ms', '1 ms', '2 ms', '3 ms', '4 ms']);
    const part = ticksOf(busy, { axis, window: { start: 2200, end: 2600 } }, 0.1);
    expect(part).toEqual([{ at: 0, label: '2.2 ms' }]);
  });

  test('of a run without any length is empty', () => {
    const empty = derive(new TraceBuilder(['view']).build());
    expect(ticksOf(empty, scaleOf('time', empty), 0.1)).toEqual([]);
  });
});
