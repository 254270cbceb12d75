/** The three runs that every part of the timeline is tried on: overlapping, blocked, and mixed with hops. */
import type { Trace } from '../schema';
import { TraceBuilder } from './build-trace';

const ASYNC_LAYER = `import asyncio
import time


def RequestTimer(get_response):
    async def middleware(request):
        started = time.monotonic()
        await asyncio.sleep(0.2)
        response = await get_response(request)
        response['X-Time'] = str(time.monotonic() - started)
        return response

    return middleware
`;

const VIEW = `from django.http import HttpResponse


async def view(request):
    return HttpResponse('ok')
`;

const FILES = { 'middleware.py': ASYNC_LAYER, 'views.py': VIEW };

/** Three requests through one async layer and a view; each awaits a timer of 200 ms. They overlap. */
export function overlappingTrace(): Trace {
  const builder = new TraceBuilder(['RequestTimer', 'view'], FILES);
  const requests = ['A', 'B', 'C'];
  const suspensions = requests.map((request, index) => {
    const task = builder.at(index * 10).arrive(request);
    const place = { request, task, layer: 'RequestTimer' };
    builder.turn(task);
    builder.emit('layer-enter', {}, { ...place, line: ['middleware.py', 6] });
    builder.at(index * 10 + 0.002);
    const cause = builder.suspend(task, 'timer', 'asyncio.sleep(0.2)', {
      ...place,
      line: ['middleware.py', 8],
      until: index * 10 + 200,
    });
    return { request, task, cause };
  });
  suspensions.forEach(({ request, task, cause }, index) => {
    builder.at(index * 10 + 200.002).wake(task, 'timer', cause);
    finish(builder, request, task, index * 10 + 200.002);
  });
  return builder.build();
}

/** The same with time.sleep(0.2) in the layer: each request blocks the loop, one after the other. */
export function blockedTrace(): Trace {
  const files = { ...FILES, 'middleware.py': ASYNC_LAYER.replace('await asyncio.sleep', 'time.sleep') };
  const builder = new TraceBuilder(['RequestTimer', 'view'], files);
  const requests = ['A', 'B', 'C'];
  const waiting: { request: string; task: number }[] = [];
  requests.forEach((request, index) => {
    const own = waiting.shift() ?? { request, task: builder.at(0).arrive(request) };
    const place = { request, task: own.task, layer: 'RequestTimer' };
    const begin = index * 200;
    builder.at(begin).turn(own.task);
    builder.emit('layer-enter', {}, { ...place, line: ['middleware.py', 6] });
    const on = { on: 'sleep', what: 'time.sleep(0.2)' } as const;
    builder.emit('block-begin', on, { ...place, line: ['middleware.py', 8] });
    if (index === 0) {
      for (const [later, name] of [[10, 'B'] as const, [20, 'C'] as const]) {
        waiting.push({ request: name, task: builder.at(later).arrive(name) });
      }
    }
    builder.at(begin + 200).emit('block-end', {}, { ...place, line: ['middleware.py', 8] });
    through(builder, request, own.task);
  });
  return builder.build();
}

/** A sync layer between an async one and an async view: the request goes to a thread, and back to the loop. */
export function mixedTrace(): Trace {
  const builder = new TraceBuilder(['RequestTimer', 'SyncAudit', 'view'], FILES);
  const running = ['A', 'B'].map((request, index) => {
    const task = builder.at(index * 20).arrive(request);
    const worker = builder.thread(`w${index + 1}`, request);
    builder.turn(task);
    builder.emit('layer-enter', {}, { request, task, layer: 'RequestTimer', line: ['middleware.py', 6] });
    const hop = builder.toThread(task, 'SyncAudit', {
      request,
      task,
      layer: 'RequestTimer',
      line: ['middleware.py', 9],
    });
    return { request, task, worker, hop, begin: index * 20 };
  });
  const inView = running.map(({ request, task, worker, hop, begin }) => {
    const sync = { request, task, thread: worker, layer: 'SyncAudit' };
    builder.at(begin + 30).emit('hop-start', { hop: hop.hop }, { ...sync, cause: hop.submit });
    builder.emit('layer-enter', {}, { ...sync, line: ['middleware.py', 20] });
    const submit = builder
      .at(begin + 40)
      .emit(
        'hop-submit',
        { hop: 10 + hop.hop, direction: 'to-loop', what: 'view', internal: false },
        { ...sync, line: ['middleware.py', 21] },
      );
    const child = builder.task('view', request, submit, task);
    builder.turn(child);
    builder.emit('hop-start', { hop: 10 + hop.hop }, { request, task: child, cause: submit });
    const place = { request, task: child, layer: 'view' };
    builder.emit('layer-enter', {}, { ...place, line: ['views.py', 4] });
    const until = begin + 100;
    const cause = builder.suspend(child, 'timer', 'asyncio.sleep(0.06)', {
      ...place,
      line: ['views.py', 5],
      until,
    });
    return { request, task, child, worker, hop, cause, begin, sync };
  });
  for (const { request, task, child, hop, cause, begin, sync } of inView) {
    builder.at(begin + 100).wake(child, 'timer', cause);
    builder.turn(child);
    builder.emit('layer-exit', { how: 'return' }, { request, task: child, layer: 'view' });
    const end = builder.emit('hop-end', { hop: 10 + hop.hop, how: 'return' }, { request, task: child });
    builder.emit('task-end', { how: 'return' }, { request, task: child });
    builder.turnEnd(child);
    builder.emit('hop-return', { hop: 10 + hop.hop }, { ...sync, cause: end });
    builder.at(begin + 105).emit('layer-exit', { how: 'return' }, { ...sync, line: ['middleware.py', 23] });
    const done = builder.emit('hop-end', { hop: hop.hop, how: 'return' }, sync);
    builder.wake(task, 'thread', done);
    builder.turn(task);
    builder.emit('hop-return', { hop: hop.hop }, { request, task, layer: 'RequestTimer', cause: done });
    leave(builder, request, task);
  }
  return builder.build();
}

/** From the layer through the view and out again, in one turn that begins now. */
function finish(builder: TraceBuilder, request: string, task: number, time: number): void {
  builder.at(time).turn(task);
  through(builder, request, task);
}

function through(builder: TraceBuilder, request: string, task: number): void {
  builder.emit('layer-enter', {}, { request, task, layer: 'view', line: ['views.py', 4] });
  builder.emit('layer-exit', { how: 'return' }, { request, task, layer: 'view', line: ['views.py', 5] });
  leave(builder, request, task);
}

function leave(builder: TraceBuilder, request: string, task: number): void {
  const line = ['middleware.py', 11] as const;
  builder.emit('layer-exit', { how: 'return' }, { request, task, layer: 'RequestTimer', line });
  builder.emit('response-start', { status: 200 }, { request, task });
  builder.emit('response-end', {}, { request, task });
  builder.emit('request-end', { error: null }, { request, task });
  builder.emit('task-end', { how: 'return' }, { request, task });
  builder.turnEnd(task);
}
