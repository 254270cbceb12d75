import { describe, expect, test } from 'vitest';
import { axisOf } from '@/lib/trace/axis';
import { derive } from '@/lib/trace/derive';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { ticksOf } from './ruler';

const timeline = derive(overlappingTrace());

describe('the ruler', () => {
  test('on the Time axis counts in round numbers, at most as densely as there is room', () => {
    const ticks = ticksOf(timeline, axisOf(timeline, 'time'), 0.15);
    expect(ticks.map(({ label }) => label)).toEqual(['0 ms', '50 ms', '100 ms', '150 ms', '200 ms']);
  });

  test('on the Steps axis names the time wherever it has moved on', () => {
    const ticks = ticksOf(timeline, axisOf(timeline, 'steps'), 0.05);
    expect(ticks.map(({ label }) => label)).toEqual(['0 ms', '10 ms', '20 ms', '200 ms', '210 ms', '220 ms']);
  });

  test('keeps its labels apart', () => {
    for (const kind of ['steps', 'time'] as const) {
      const ticks = ticksOf(timeline, axisOf(timeline, kind), 0.3);
      ticks.slice(1).forEach(({ at }, index) => {
        expect(at - (ticks[index]?.at ?? 0)).toBeGreaterThanOrEqual(0.3);
      });
    }
  });

  test('of a run without any length is empty', () => {
    const empty = derive(new TraceBuilder(['view']).build());
    expect(ticksOf(empty, axisOf(empty, 'time'), 0.1)).toEqual([]);
  });
});
