/** A run with as many spans as one wants: requests that come all at once, each suspended again and again. */
import type { Trace } from '../schema';
import { TraceBuilder } from './build-trace';

/** Every suspension lasts this much longer than the last request's, so that they drift apart, in milliseconds. */
const DRIFT = 0.37;

/** `requests` at a time, each with `awaits` suspensions: about three spans for every one of them. */
export function denseTrace(requests: number, awaits: number): Trace {
  const builder = new TraceBuilder(['Timer', 'view']);
  const waiting: { readonly index: number; task: number; cause: number; due: number; left: number }[] = [];
  let now = 0;
  const suspend = (index: number, task: number) => {
    const place = { request: String(index + 1), task, layer: 'Timer' };
    const due = now + 2 + (index % 7) * DRIFT;
    const cause = builder.suspend(task, 'timer', 'asyncio.sleep', {
      ...place,
      line: ['middleware.py', 8],
      until: due,
    });
    return { cause, due };
  };
  for (let index = 0; index < requests; index += 1) {
    const request = String(index + 1);
    const task = builder.at(now).arrive(request);
    builder.turn(task);
    builder.emit('layer-enter', {}, { request, task, layer: 'Timer', line: ['middleware.py', 6] });
    now += 0.05;
    builder.at(now);
    waiting.push({ index, task, left: awaits - 1, ...suspend(index, task) });
  }
  while (waiting.length > 0) {
    waiting.sort((one, other) => one.due - other.due);
    const next = waiting.shift();
    if (next === undefined) break;
    const { index, task, cause, due, left } = next;
    const request = String(index + 1);
    now = Math.max(now, Math.round(due * 1000) / 1000);
    builder.at(now).wake(task, 'timer', cause);
    builder.turn(task);
    now += 0.05;
    builder.at(now);
    if (left > 0) {
      waiting.push({ index, task, left: left - 1, ...suspend(index, task) });
      continue;
    }
    builder.emit(
      'layer-exit',
      { how: 'return' },
      { request, task, layer: 'Timer', line: ['middleware.py', 9] },
    );
    builder.emit('response-start', { status: 200 }, { request, task });
    builder.emit('request-end', { error: null }, { request, task });
    builder.emit('task-end', { how: 'return' }, { request, task });
    builder.turnEnd(task);
  }
  return builder.build();
}
