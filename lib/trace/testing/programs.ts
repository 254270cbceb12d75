/** Small generated programs on one loop, for what must hold whatever tasks do. */
import fc from 'fast-check';
import type { Trace } from '../schema';
import { TraceBuilder } from './build-trace';

type Deed = { readonly kind: 'sleep' | 'block' | 'thread'; readonly milliseconds: number };

const deeds = fc.array(
  fc.record<Deed>({
    kind: fc.constantFrom('sleep', 'block', 'thread'),
    milliseconds: fc.integer({ min: 0, max: 40 }),
  }),
  { maxLength: 4 },
);
/** A few requests: when each arrives, and what it does. */
export const programs = fc.array(fc.record({ arrival: fc.integer({ min: 0, max: 60 }), deeds }), {
  maxLength: 5,
});

type Running = {
  readonly request: string;
  readonly task: number;
  readonly deeds: Deed[];
  begun: boolean;
  hop: { readonly hop: number; readonly submit: number } | null;
  cause: number;
};

/** Runs the programs on one loop: whoever became ready first goes first, and a block holds everybody up. */
export function traceOf(
  program: readonly { readonly arrival: number; readonly deeds: readonly Deed[] }[],
): Trace {
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
    const place = { request, task, layer: 'Layer', line: ['middleware.py', 8] as const };
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
    builder.emit('response-start', { status: 200 }, { request, task });
    builder.emit('response-end', {}, { request, task });
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
