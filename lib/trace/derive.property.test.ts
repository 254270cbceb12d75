/** Generated programs: whatever tasks do, what is derived from their trace adds up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { violations } from './invariants';
import { metrics } from './metrics';
import { stateAt } from './state-at';
import { story } from './story';
import { programs, traceOf } from './testing/programs';
import { STATES } from './timeline';

describe('for any program', () => {
  test('the trace that the generator makes breaks no invariant', () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(violations(traceOf(program))).toEqual([]);
      }),
    );
  });

  test('the states of a request add up to its life', () => {
    fc.assert(
      fc.property(programs, (program) => {
        for (const { life, time } of metrics(derive(traceOf(program))).requests) {
          expect(STATES.reduce((sum, state) => sum + time[state], 0)).toBe(life);
        }
      }),
    );
  });

  test('at every moment at most one request is on the loop, and it is the holder', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const timeline = derive(traceOf(program));
        for (let moment = 0; moment < timeline.end; moment += 1) {
          const now = stateAt(timeline, moment);
          const onLoop = now.requests.filter(({ state }) => state === 'running' || state === 'blocking');
          expect(onLoop.length).toBeLessThanOrEqual(1);
          expect(onLoop[0]?.group).toBe(now.holder?.group ?? undefined);
        }
      }),
    );
  });

  test('what others waited during a hold is never longer than the hold', () => {
    fc.assert(
      fc.property(programs, (program) => {
        for (const hold of derive(traceOf(program)).holds) {
          for (const { duration } of hold.waited) expect(duration).toBeLessThanOrEqual(hold.duration);
        }
      }),
    );
  });

  test('the story tells every event', () => {
    fc.assert(
      fc.property(programs, (program) => {
        const trace = traceOf(program);
        expect(story(derive(trace))).toHaveLength(trace.events.length);
      }),
    );
  });
});
