/** A run of any number of requests, each suspended twice, for what only shows where there are many. */
import type { Trace } from '@/lib/trace/schema';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';

/** Requests '1', '2', ... arrive a millisecond apart; every 20th blocks the loop for 5 ms. */
export function manyRequests(count: number): Trace {
  const builder = new TraceBuilder(['Timer', 'view']);
  let now = 0;
  for (let index = 1; index <= count; index += 1) {
    const request = String(index);
    now += 1;
    const task = builder.at(now).arrive(request);
    const place = { request, task, layer: 'Timer' };
    builder.turn(task);
    builder.emit('layer-enter', {}, { ...place, line: ['middleware.py', 6] });
    if (index % 20 === 0) {
      const line = ['middleware.py', 9] as const;
      builder.emit('block-begin', { on: 'sleep', what: 'time.sleep(0.005)' }, { ...place, line });
      now += 5;
      builder.at(now).emit('block-end', {}, { ...place, line });
    }
    for (const line of [7, 8]) {
      const until = now + 0.2;
      const cause = builder.suspend(task, 'timer', 'asyncio.sleep', {
        ...place,
        line: ['middleware.py', line],
        until,
      });
      now = until;
      builder.at(now).wake(task, 'timer', cause);
      builder.turn(task);
    }
    builder.emit('layer-exit', { how: 'return' }, { ...place, line: ['middleware.py', 10] });
    const status = index % 50 === 0 ? 500 : 200;
    builder.emit('response-start', { status }, { request, task });
    builder.emit('request-end', { error: null }, { request, task });
    builder.emit('task-end', { how: 'return' }, { request, task });
    builder.turnEnd(task);
  }
  return builder.build();
}
