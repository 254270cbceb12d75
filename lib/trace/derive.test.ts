import { describe, expect, test } from 'vitest';
import { timeAt } from './axis';
import { holdSentence } from './blocking';
import { derive } from './derive';
import { metrics } from './metrics';
import { stateAt } from './state-at';
import { TraceBuilder } from './testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';
import type { RequestGroup, Timeline } from './timeline';

/** The states of a request in order, neighbours that are alike told once. */
function states(group: RequestGroup | undefined): readonly string[] {
  return (group?.track.state ?? []).filter((state, index, all) => state !== all[index - 1]);
}

function group(timeline: Timeline, request: string): RequestGroup {
  const found = timeline.groups.find((own) => own.request?.id === request);
  if (!found) throw new Error(`no request ${request}`);
  return found;
}

describe('three requests that await a timer', () => {
  const timeline = derive(overlappingTrace());

  test('each is ready, runs, suspends, is ready again and runs to its end', () => {
    for (const own of timeline.groups) {
      expect(states(own)).toEqual(['ready', 'running', 'suspended', 'ready', 'running']);
    }
  });

  test('the view lies inside the layer that called it', () => {
    const [timer, view] = group(timeline, 'A').spans;
    expect(timer).toMatchObject({ depth: 0, parent: -1, how: 'return' });
    expect(view).toMatchObject({ depth: 1, parent: 0 });
    expect(view?.enter).toBeGreaterThan(timer?.enter ?? Number.POSITIVE_INFINITY);
    expect(view?.exit).toBeLessThan(timer?.exit ?? 0);
  });

  test('while a layer waits, its own span is the innermost one', () => {
    const { track, span } = group(timeline, 'A');
    expect(span[track.state.indexOf('suspended')]).toBe(0);
  });

  test('nobody holds the loop against the others', () => {
    expect(timeline.holds).toEqual([]);
  });

  test('the loop is busy for its six turns only, and idle for the rest', () => {
    expect(timeline.loop?.begin).toHaveLength(6);
    expect(metrics(timeline)).toMatchObject({ wall: 220_002, loopBusy: 6, loopIdle: 219_996, p50: 200_002 });
  });
});

describe('three requests that block the loop', () => {
  const timeline = derive(blockedTrace());

  test('the holder is blocking, and the others are ready until it lets go', () => {
    expect(states(group(timeline, 'A'))).toEqual(['ready', 'running', 'blocking', 'running']);
    expect(states(group(timeline, 'C'))).toEqual(['ready', 'running', 'blocking', 'running']);
  });

  test('each hold knows its line and who paid for it', () => {
    expect(timeline.holds.map((hold) => holdSentence(timeline, hold))).toEqual([
      'Request A held the loop for 200 ms at line 8 of middleware.py. Requests B and C were ready and waited 190 and 180 ms.',
      'Request B held the loop for 200 ms at line 8 of middleware.py. Request C was ready and waited 200 ms.',
      'Request C held the loop for 200 ms at line 8 of middleware.py. Nobody else was ready meanwhile.',
    ]);
  });

  test('a hold that many paid for names the first of them and counts the others', () => {
    const [hold] = timeline.holds;
    if (!hold) throw new Error('the run blocks');
    const waited = Array.from({ length: 40 }, (_, index) => ({ group: index % 3, duration: 9_000 - index }));
    expect(holdSentence(timeline, { ...hold, waited })).toMatch(
      /Requests A, B, C, A, B and 35 others were ready and waited, the longest 9 ms\.$/,
    );
  });

  test('the number of ready tasks rises with each arrival and falls with each turn', () => {
    const counts = Array.from(timeline.loop?.readyCount ?? []);
    expect(Math.max(...counts)).toBe(2);
    expect(counts.at(-1)).toBe(0);
  });

  test('the totals add up', () => {
    const totals = metrics(timeline);
    expect(totals).toMatchObject({
      blocked: 600_000,
      longestHold: 200_000,
      loopIdle: 0,
      waitedForLoop: 570_000,
    });
    expect(totals.requests[2]).toMatchObject({ request: 'C', latency: 580_000 });
  });
});

describe('a sync layer between async ones', () => {
  const timeline = derive(mixedTrace());

  test('the request waits for a thread, works in it, and goes back to the loop for the view', () => {
    expect(states(group(timeline, 'A'))).toEqual([
      'ready',
      'running',
      'queued',
      'in-thread',
      'suspended',
      'ready',
      'running',
      'suspended',
      'ready',
      'running',
      'suspended',
      'in-thread',
      'ready',
      'running',
    ]);
  });

  test('the thread is held, not working, while the loop runs the view for it', () => {
    const [stay] = timeline.threads[0]?.stays ?? [];
    expect(stay?.held).toHaveLength(1);
    expect(stay?.held[0]?.start).toBeGreaterThan(stay?.start ?? Number.POSITIVE_INFINITY);
  });

  test('hops are counted by direction', () => {
    expect(metrics(timeline).hops).toEqual({ toThread: 2, toLoop: 2, internal: 0 });
  });

  test('a thread that sleeps never counts as blocking the loop', () => {
    expect(timeline.holds).toEqual([]);
  });
});

describe('a timer that is due while somebody else holds the loop', () => {
  const builder = new TraceBuilder(['view']);
  const sleeper = builder.arrive('A');
  builder.turn(sleeper);
  const cause = builder.suspend(sleeper, 'timer', 'asyncio.sleep(0.05)', { until: 50 });
  const holder = builder.at(10).arrive('B');
  builder.turn(holder);
  builder.emit('block-begin', { on: 'sleep', what: 'time.sleep(0.2)' }, { request: 'B', task: holder });
  builder.at(210).emit('block-end', {}, { request: 'B', task: holder });
  builder.turnEnd(holder);
  builder.wake(sleeper, 'timer', cause);
  builder.turn(sleeper);
  builder.turnEnd(sleeper);
  const timeline = derive(builder.build());

  test('makes its task ready from then on, between two events', () => {
    expect(timeline.dues).toHaveLength(1);
    const [due = 0] = timeline.dues;
    expect(timeAt(timeline, due)).toBe(50_000);
    expect(stateAt(timeline, due - 0.01).ready).toEqual([]);
    expect(stateAt(timeline, due).ready.map(({ group: own }) => own.request?.id)).toEqual(['A']);
  });

  test('counts against the one who holds the loop', () => {
    expect(timeline.holds.map((hold) => holdSentence(timeline, hold))).toEqual([
      'Request B held the loop for 200 ms in time.sleep(0.2). Request A was ready and waited 160 ms.',
    ]);
  });
});

describe('after the response', () => {
  test("what is left of Django's own work is not waiting, and costs nobody anything", () => {
    const builder = new TraceBuilder(['view']);
    const answered = builder.arrive('A');
    builder.turn(answered);
    builder.emit('response-end', {}, { request: 'A', task: answered });
    const { hop, submit } = builder.toThread(answered, 'HttpResponse.close', {}, true);
    const other = builder.arrive('B');
    builder.turn(other);
    const thread = builder.thread('w1', 'A');
    builder.emit('block-begin', { on: 'sleep', what: 'time.sleep(0.1)' }, { request: 'B', task: other });
    builder.at(10).emit('hop-start', { hop }, { request: 'A', thread, cause: submit });
    builder.at(20).emit('hop-end', { hop, how: 'return' }, { request: 'A', thread });
    builder.at(100).emit('block-end', {}, { request: 'B', task: other });
    const timeline = derive(builder.build());
    expect(states(timeline.groups[0]).at(-1)).toBe('ended');
    expect(timeline.holds[0]?.waited).toEqual([]);
  });

  test('a task that the learner left behind goes on', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    const left = builder.task('audit', 'A', 0, task);
    builder.emit('response-end', {}, { request: 'A', task });
    builder.emit('task-end', { how: 'return' }, { request: 'A', task });
    builder.turnEnd(task);
    builder.turn(left);
    builder.suspend(left, 'timer', 'asyncio.sleep(1)', { line: ['views.py', 9], until: 1000 });
    const timeline = derive(builder.build(2000));
    expect(states(timeline.groups[0]).at(-1)).toBe('suspended');
  });
});

describe('unusual runs', () => {
  test('an empty run has a timeline without groups and lanes', () => {
    const timeline = derive(new TraceBuilder(['view']).build());
    expect(timeline).toMatchObject({ loop: null, groups: [], threads: [], end: 0 });
    expect(metrics(timeline)).toMatchObject({ wall: 0, p95: null });
  });

  test('a long computation holds the loop although nothing in it sleeps', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.emit('layer-enter', {}, { request: 'A', task, layer: 'view', line: ['views.py', 3] });
    const other = builder.at(5).arrive('B');
    builder.at(40).turnEnd(task);
    builder.turn(other);
    builder.turnEnd(other);
    const timeline = derive(builder.build());
    expect(timeline.holds.map((hold) => holdSentence(timeline, hold))).toEqual([
      'Request A held the loop for 40 ms at line 3 of views.py. Request B was ready and waited 35 ms.',
    ]);
  });

  test('a task woken before it suspends is ready as soon as it does', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    const turn = builder.turn(task);
    builder.wake(task, 'future', turn);
    builder.suspend(task, 'future', 'queue.get()');
    const timeline = derive(builder.build());
    expect(timeline.tasks.get(task)?.track.state).toEqual(['ready', 'running', 'ready']);
  });

  test('a request that is never taken up waits for the loop until the run ends', () => {
    const builder = new TraceBuilder(['view']);
    builder.arrive('A');
    expect(states(derive(builder.build(10)).groups[0])).toEqual(['ready']);
  });

  test('under WSGI a request waits for a server thread and then works in it', () => {
    const builder = new TraceBuilder(['view']);
    builder.arrive('A');
    const thread = builder.thread('wsgi', null, 'wsgi');
    builder.at(5).emit('layer-enter', {}, { request: 'A', thread, layer: 'view' });
    builder.at(9).emit('layer-exit', { how: 'return' }, { request: 'A', thread, layer: 'view' });
    builder.emit('request-end', { error: null }, { request: 'A', thread });
    const trace = builder.build();
    const events = trace.events.filter(({ kind }) => kind !== 'task-create' && kind !== 'wake');
    const renumbered = events.map((event, seq) => ({ ...event, seq }));
    const timeline = derive({ ...trace, tasks: [], server: 'wsgi', events: renumbered });
    expect(states(timeline.groups[0])).toEqual(['queued', 'in-thread']);
    expect(timeline.threads[0]?.stays[0]).toMatchObject({ hop: null, group: 0, queued: 0, start: 1 });
    expect(timeline.loop).toBeNull();
  });
});
