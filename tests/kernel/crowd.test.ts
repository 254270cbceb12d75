/** What a run costs grows with its requests and no faster. Counted, not timed: clocks differ, counts do not. */
import { describe, expect, it } from 'vitest';
import { createEngineHost } from '@/lib/simulator/engine-host';
import { scenarioSchema } from '@/lib/simulator/scenario';
import { derive } from '@/lib/trace/derive';
import { type Trace, traceSchema } from '@/lib/trace/schema';
import { crowd } from '@/scripts/bench/crowd.mjs';
import { restore } from './interpreter';

/** Two for each of its four crossings to a thread or a loop, and two to shut its executor down. */
const SWITCHES_OF_A_REQUEST = 10;

async function run(count: number): Promise<{ trace: Trace; switches: number }> {
  const python = await restore();
  const boot = python.pyimport('await_points.boot');
  const { scheduler } = python.pyimport('await_points.kernel');
  boot.connect(createEngineHost(python));
  const text: string = await boot.run.callPromising(JSON.stringify(scenarioSchema.parse(crowd(count))));
  return { trace: traceSchema.parse(JSON.parse(text)), switches: scheduler.switches };
}

describe('a crowd of requests through mixed layers', () => {
  it('is answered, all of it, while the views sleep beside each other', async () => {
    const { trace } = await run(200);
    expect(trace.outcome).toEqual({ kind: 'finished' });
    expect(trace.requests.map(({ status }) => status)).toEqual(Array.from({ length: 200 }, () => 200));
    expect(trace.duration).toBeLessThan(200 * 100_000);
    expect(derive(trace).groups).toHaveLength(200);
  });

  it('switches stacks no more often for a request than its crossings ask for', async () => {
    const few = await run(10);
    const many = await run(50);
    expect((many.switches - few.switches) / 40).toBeLessThanOrEqual(SWITCHES_OF_A_REQUEST);
  });

  it('writes the same number of events for every further request', async () => {
    const [ten, twenty, thirty] = [await run(10), await run(20), await run(30)];
    const events = [ten, twenty, thirty].map(({ trace }) => trace.events.length);
    expect(events).toEqual([events[0], (events[0] ?? 0) + 1080, (events[0] ?? 0) + 2160]);
  });
});
