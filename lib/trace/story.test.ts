import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { momentsOf, nextMoment, previousMoment } from './moments';
import type { TraceEvent } from './schema';
import { story } from './story';
import { TraceBuilder } from './testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';

describe('the story', () => {
  test('tells every event of every run, in order, each as a sentence', () => {
    for (const trace of [overlappingTrace(), blockedTrace(), mixedTrace()]) {
      const rows = story(derive(trace));
      expect(rows.map((row) => row.moment)).toEqual(trace.events.map((event) => event.seq));
      for (const row of rows) expect(row.sentence).toMatch(/^[A-Z].*\.$/);
    }
  });

  test('links a row to its line and its request', () => {
    const rows = story(derive(blockedTrace()));
    expect(rows.find((row) => row.sentence.includes('blocks the loop'))).toMatchObject({
      sentence: 'Request A blocks the loop: time.sleep(0.2). Nobody else can run.',
      place: { file: 'middleware.py', line: 8 },
      request: 'A',
      headline: true,
    });
  });

  test("folds Django's own crossings and the turns that only serve them", () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    const turn = builder.turn(task);
    const { hop, submit } = builder.toThread(task, 'Signal.asend.sync_send', {}, true);
    const thread = builder.thread('w1');
    builder.emit('hop-start', { hop }, { request: 'A', task, thread, cause: submit });
    const end = builder.emit('hop-end', { hop, how: 'return' }, { request: 'A', task, thread });
    builder.wake(task, 'thread', end);
    const back = builder.turn(task);
    builder.emit('hop-return', { hop }, { request: 'A', task });
    builder.emit('layer-enter', {}, { request: 'A', task, layer: 'view' });
    const rows = story(derive(builder.build()));
    const told = rows.filter((row) => row.headline).map((row) => row.moment);
    expect(told).toEqual([0, back, back + 2]);
    expect(rows[turn]?.headline).toBe(false);
  });

  test('has words for each kind of event that a trace may hold', () => {
    const builder = new TraceBuilder(['Auth', 'view']);
    const task = builder.arrive('A');
    const place = { request: 'A', task, layer: 'Auth' };
    const seq = [
      builder.emit('layer-exit', { how: 'raise' }, place),
      builder.emit('layer-exit', { how: 'short-circuit' }, place),
      builder.emit('layer-exit', { how: 'cancel' }, place),
      builder.emit('exception', { type: 'ValueError', message: 'boom' }, place),
      builder.emit('output', { stream: 'stdout', text: 'hello\n', loop: null }, place),
      builder.emit('warning', { category: 'RuntimeWarning', message: 'never awaited' }, place),
      builder.emit('cancel', { target: task }, place),
      builder.emit('disconnect', {}, place),
      builder.emit('clock-jump', { from: 0 }, place),
      builder.emit('truncated', { limit: 'events' }, place),
      builder.emit('task-end', { how: 'cancel' }, place),
      builder.emit('request-end', { error: 'ValueError: boom' }, place),
    ];
    const rows = story(derive(builder.build()));
    expect(seq.map((moment) => rows[moment]?.sentence)).toEqual([
      'Auth raises: request A leaves it with an exception.',
      'Auth answers by itself: request A goes no deeper.',
      'Request A is cancelled inside Auth.',
      'ValueError is raised in Auth: boom.',
      'Printed in Auth: hello',
      'RuntimeWarning: never awaited',
      'Request A is cancelled.',
      'The client of request A goes away.',
      'Nobody can run: the clock jumps by 0 ms.',
      'The record ends here: the limit of events was reached.',
      'Request A ends, cancelled.',
      'Request A ends with an error that Django did not catch: ValueError: boom.',
    ]);
  });
});

describe('moments to stop at', () => {
  const trace = overlappingTrace();
  const timeline = derive(trace);
  const moments = momentsOf(timeline, story(timeline));
  const kindAt = (moment: number | undefined): TraceEvent['kind'] | undefined =>
    trace.events[moment ?? -1]?.kind;

  test('every hand-over is the beginning of a turn, and none is left out', () => {
    expect(moments.handOvers).toHaveLength(6);
    for (const moment of moments.handOvers) expect(kindAt(moment)).toBe('turn-begin');
  });

  test('stepping forward and back meets the same stops', () => {
    const forward: number[] = [];
    for (let at = nextMoment(moments.headlines, -1); at !== null; at = nextMoment(moments.headlines, at)) {
      forward.push(at);
    }
    const back: number[] = [];
    for (let at = previousMoment(moments.headlines, 1e9); at !== null; ) {
      back.unshift(at);
      at = previousMoment(moments.headlines, at);
    }
    expect(forward).toEqual(back);
    expect(forward).toEqual(Array.from(moments.headlines));
  });

  test('from between two stops, stepping back returns to the one just passed', () => {
    expect(previousMoment(moments.all, 4.5)).toBe(4);
    expect(nextMoment(moments.all, 4.5)).toBe(5);
  });
});
