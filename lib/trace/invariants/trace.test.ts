/** No invariant of a trace is empty: each notices a sound trace that was changed in its own way. */
import { describe, expect, test } from 'vitest';
import { violations } from '../invariants';
import type { Trace, TraceEvent } from '../schema';
import { TraceBuilder } from '../testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from '../testing/sample-traces';

type Change = (event: TraceEvent) => TraceEvent;

/** The trace with the nth event of a kind changed. */
function changed(trace: Trace, kind: TraceEvent['kind'], change: Change, nth = 0): Trace {
  const target = trace.events.filter((event) => event.kind === kind)[nth];
  return { ...trace, events: trace.events.map((event) => (event === target ? change(event) : event)) };
}

/** The trace with the first event of a kind left out, and all that follows moved up. */
function without(trace: Trace, kind: TraceEvent['kind']): Trace {
  const left = trace.events.findIndex((event) => event.kind === kind);
  const moved = (seq: number | null) => (seq !== null && seq > left ? seq - 1 : seq);
  const events = trace.events
    .filter((_, seq) => seq !== left)
    .map((event, seq) => ({ ...event, seq, cause: moved(event.cause) }));
  return { ...trace, events };
}

const told = (trace: Trace) => violations(trace).join('\n');

describe('of turns and tasks', () => {
  test('a turn that ends for somebody else', () => {
    const trace = changed(overlappingTrace(), 'turn-end', (event) => ({ ...event, task: 1 }));
    expect(told(trace)).toContain('(turn-end) ends the turn of another');
  });

  test('a turn that never began', () => {
    expect(told(without(overlappingTrace(), 'turn-begin'))).toContain(
      '(turn-end) ends a turn that never began',
    );
  });

  test('a task that suspends while it does not run', () => {
    const trace = changed(overlappingTrace(), 'suspend', (event) => ({ ...event, task: 1 }), 0);
    expect(told(trace)).toContain('(suspend) suspends a task outside its turn');
  });

  test('a task of which something is told before it is made', () => {
    expect(told(without(overlappingTrace(), 'task-create'))).toContain('is of task 0, which is not made yet');
  });

  test('a task that is made twice, and one that ends twice', () => {
    const twice = changed(overlappingTrace(), 'task-create', (event) => ({ ...event, task: 0 }), 1);
    expect(told(twice)).toContain('(task-create) makes task 0 again');
    const ends = changed(overlappingTrace(), 'task-end', (event) => ({ ...event, task: 0 }), 1);
    expect(told(ends)).toContain('(task-end) ends task 0 again');
  });

  test('a wake whose cause lies in the future', () => {
    const trace = changed(overlappingTrace(), 'wake', (event) => ({ ...event, cause: event.seq + 1 }));
    expect(told(trace)).toContain('(wake) has a cause in its future');
  });
});

describe('of threads', () => {
  test('a thread that prints while it sleeps', () => {
    const trace = changed(
      blockedTrace(),
      'request-arrive',
      (event) => ({
        ...event,
        kind: 'output',
        stream: 'log',
        text: '',
        loop: null,
      }),
      1,
    );
    expect(told(trace)).toContain('(output) happens in a thread held since event');
  });

  test('the end of a block that never began', () => {
    expect(told(without(blockedTrace(), 'block-begin'))).toContain(
      '(block-end) ends a block that never began',
    );
  });

  test('a loop under WSGI, and two loops of one server', () => {
    expect(told({ ...overlappingTrace(), server: 'wsgi' })).toContain(
      "thread 0 is a server's loop, under wsgi",
    );
    const trace = mixedTrace();
    const threads = trace.threads.map((thread) => ({ ...thread, kind: 'loop' as const }));
    expect(told({ ...trace, threads })).toContain('there are 3 threads of kind loop');
  });

  test("the loop's thread as one request's own", () => {
    const trace = overlappingTrace();
    const threads = trace.threads.map((thread) => ({ ...thread, request: 'A' }));
    expect(told({ ...trace, threads })).toContain('thread 0 of kind loop belongs to request A');
  });
});

describe('of crossings', () => {
  test('one that starts after its end', () => {
    const trace = mixedTrace();
    const kindOf = { 'hop-start': 'hop-end', 'hop-end': 'hop-start' } as const;
    const events = trace.events.map((event) =>
      (event.kind === 'hop-start' || event.kind === 'hop-end') && event.hop === 0
        ? ({ ...event, kind: kindOf[event.kind], how: 'return' } as TraceEvent)
        : event,
    );
    expect(told({ ...trace, events })).toContain('hop 0 (SyncAudit) runs backwards');
  });

  test('one that comes back with nothing although it has ended', () => {
    const trace = changed(mixedTrace(), 'hop-return', (event) => ({ ...event, cause: null }));
    expect(told(trace)).toContain('does not come back from its end');
  });

  test('one that is left behind by the task that waited for it', () => {
    const trace = without(without(without(mixedTrace(), 'hop-return'), 'hop-return'), 'hop-end');
    expect(told(trace)).toContain('never comes back');
  });

  test('but who gave up waiting may go on before the thread does', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    const pool = builder.thread('pool', null, 'pool');
    builder.turn(task);
    const { hop } = builder.toThread(task, 'work', { request: 'A' });
    const cancel = builder.emit('cancel', { target: task }, { request: 'A' });
    builder.wake(task, 'cancel', cancel);
    builder.turn(task);
    builder.emit('hop-return', { hop }, { request: 'A', task });
    builder.emit('request-end', { error: null }, { request: 'A', task });
    builder.emit('task-end', { how: 'return' }, { request: 'A', task });
    builder.turnEnd(task);
    builder.emit('hop-start', { hop }, { request: 'A', thread: pool });
    builder.emit('hop-end', { hop, how: 'return' }, { request: 'A', thread: pool });
    expect(violations(builder.build())).toEqual([]);
  });
});

describe('of requests', () => {
  test('a row that says something else than the events', () => {
    const trace = overlappingTrace();
    const requests = trace.requests.map((row) => ({ ...row, responseStart: 1 }));
    expect(told({ ...trace, requests })).toContain('request A has responseStart 1, its events say 200002');
  });

  test('a run that finished without one of them', () => {
    expect(told(without(overlappingTrace(), 'request-end'))).toContain(
      'request A has done 200002, its events say null',
    );
    const trace = overlappingTrace();
    const requests = trace.requests.map((row) => ({ ...row, done: null }));
    expect(told({ ...trace, requests })).toContain('the run finished, but request A did not');
  });

  test('a response that ends without having started', () => {
    const trace = overlappingTrace();
    const requests = trace.requests.map((row) => ({ ...row, responseStart: null }));
    expect(told({ ...trace, requests })).toContain('has the end of a response that never started');
  });

  test('a layer that is left before the one inside it', () => {
    const trace = changed(overlappingTrace(), 'layer-exit', (event) => ({ ...event, layer: 0 }));
    expect(told(trace)).toContain('(layer-exit) leaves a layer around one still entered');
  });

  test('executed lines out of order', () => {
    expect(told({ ...overlappingTrace(), lines: [5, 0, 0, 4, 0, 0] })).toContain(
      'line entry 1 is out of order',
    );
  });
});
