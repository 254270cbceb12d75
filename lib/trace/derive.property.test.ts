/** Generated programs: whatever tasks do, what is derived from their trace adds up. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { violations } from './invariants';
import { metrics } from './metrics';
import type { Trace } from './schema';
import { stateAt } from './state-at';
import { story } from './story';
import { TraceBuilder } from './testing/build-trace';
import { STATES } from './timeline';

type Deed = { readonly kind: 'sleep' | 'block' | 'thread'; readonly milliseconds: number };

const deeds = fc.array(
  fc.record<Deed>({
    kind: fc.constantFrom('sleep', 'block', 'thread'),
    milliseconds: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 4 },
);
const programs = fc.array(fc.record({ arrival: fc.integer({ min: 0, max: 60 }), deeds }), { maxLength: 5 });

type Running = {
  readonly request: string;
  readonly task: number;
  readonly deeds: Deed[];
  begun: boolean;
  hop: { readonly hop: number; readonly submit: number } | null;
  cause: number;
};

/** Runs the programs on one loop: whoever became ready first goes first, and a block holds everybody up. */
function traceOf(program: readonly { readonly arrival: number; readonly deeds: readonly Deed[] }[]): Trace {
  const builder = new TraceBuilder(['Layer', 'view']);
  const worker = builder.thread('w1');
  const future: { at: number; happen: () => void }[] = [];
  const ready: Running[] = [];
  let now = 0;
  const schedule = (at: number, happen: () => void) => {
    future.push({ at, happen });
    future.sort((one, other) => one.at - other.at);
  };
  const happenUntil = (time: number) => {
    for (let next = future[0]; next && next.at <= time; next = future[0]) {
      future.shift();
      builder.at(next.at);
      next.happen();
    }
    now = time;
    builder.at(time);
  };
  program.forEach(({ arrival, deeds: own }, index) => {
    schedule(arrival, () => {
      const request = String.fromCharCode(65 + index);
      const task = builder.arrive(request);
      ready.push({ request, task, deeds: [...own], begun: false, hop: null, cause: builder.next - 1 });
    });
  });
  const wakeLater = (running: Running, deed: Deed) => {
    const { request, task, hop } = running;
    if (hop === null) {
      schedule(now + deed.milliseconds, () => {
        builder.wake(task, 'timer', running.cause);
        ready.push(running);
      });
      return;
    }
    const begin = now + 1;
    const place = { request, task, thread: worker };
    schedule(begin, () => builder.emit('hop-start', { hop: hop.hop }, { ...place, cause: hop.submit }));
    schedule(begin + deed.milliseconds, () => {
      running.cause = builder.emit('hop-end', { hop: hop.hop, how: 'return' }, place);
      builder.wake(task, 'thread', running.cause);
      ready.push(running);
    });
  };
  const takeTurn = (running: Running) => {
    const { request, task } = running;
    const place = { request, task, layer: 'Layer' };
    builder.turn(task);
    if (!running.begun) builder.emit('layer-enter', {}, place);
    running.begun = true;
    if (running.hop) builder.emit('hop-return', { hop: running.hop.hop }, { ...place, cause: running.cause });
    running.hop = null;
    for (let deed = running.deeds.shift(); deed; deed = running.deeds.shift()) {
      if (deed.kind === 'block') {
        builder.emit('block-begin', { on: 'sleep', what: 'time.sleep' }, place);
        happenUntil(now + deed.milliseconds);
        builder.emit('block-end', {}, place);
        continue;
      }
      if (deed.kind === 'thread') running.hop = builder.toThread(task, 'work', place);
      else {
        const until = now + deed.milliseconds;
        running.cause = builder.suspend(task, 'timer', 'asyncio.sleep', { ...place, until });
      }
      wakeLater(running, deed);
      return;
    }
    builder.emit('layer-exit', { how: 'return' }, place);
    builder.emit('request-end', { error: null }, { request, task });
    builder.emit('task-end', { how: 'return' }, { request, task });
    builder.turnEnd(task);
  };
  while (ready.length > 0 || future.length > 0) {
    const next = ready.shift();
    if (next) takeTurn(next);
    else happenUntil(future[0]?.at ?? now);
  }
  return builder.build();
}

describe('for any program', () => {
  test('the trace that the generator makes breaks no invariant', () => {
    fc.assert(
      fc.property(programs, (program) => {
        expect(violations(traceOf(program))).toEqual([]);
      }),
    );
  });

  test('the states of a request add up to its latency', () => {
    fc.assert(
      fc.property(programs, (program) => {
        for (const { latency, time } of metrics(derive(traceOf(program))).requests) {
          expect(STATES.reduce((sum, state) => sum + time[state], 0)).toBe(latency);
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
