import { describe, expect, test } from 'vitest';
import { violations } from './invariants';
import { traceSchema } from './schema';
import { TraceBuilder } from './testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';

describe('a sound trace', () => {
  test.each([
    ['overlapping', overlappingTrace],
    ['blocked', blockedTrace],
    ['mixed', mixedTrace],
  ])('breaks nothing and fits the schema: %s', (_, build) => {
    expect(violations(build())).toEqual([]);
    expect(traceSchema.safeParse(build()).success).toBe(true);
  });
});

describe('a broken trace is told what is wrong with it', () => {
  test('two holders of one loop', () => {
    const builder = new TraceBuilder(['view']);
    const [one, other] = [builder.arrive('A'), builder.arrive('B')];
    builder.turn(one);
    builder.turn(other);
    expect(violations(builder.build())).toContain('event 7 (turn-begin) begins while the loop is held');
  });

  test('a task that goes on although nothing woke it', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.suspend(task, 'timer', 'asyncio.sleep(1)');
    builder.turn(task);
    expect(violations(builder.build())).toContain(
      'event 6 (turn-begin) resumes a task that is suspended, not ready',
    );
  });

  test('a task that runs after its end', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.emit('task-end', { how: 'return' }, { request: 'A', task });
    builder.turnEnd(task);
    builder.turn(task);
    expect(violations(builder.build())).toContain(
      'event 6 (turn-begin) hands the loop to a task that has ended',
    );
  });

  test('a wake without a cause', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.emit('wake', { why: 'timer' }, { task });
    expect(violations(builder.build())).toContain('event 3 (wake) has no cause');
  });

  test('a hop that never comes back', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.toThread(task, 'audit');
    expect(violations(builder.build())).toContain('hop 0 (audit) never comes back');
  });

  test('a layer that is never left', () => {
    const builder = new TraceBuilder(['view']);
    const task = builder.arrive('A');
    builder.turn(task);
    builder.emit('layer-enter', {}, { request: 'A', task, layer: 'view' });
    builder.turnEnd(task);
    expect(violations(builder.build())).toContain('layer 0 of request A is never left');
  });

  test('time that runs backwards, and a table without the row', () => {
    const builder = new TraceBuilder(['view']);
    builder.at(5).arrive('A');
    builder.at(3).emit('request-end', { error: null }, { request: 'B' });
    const broken = violations(builder.build(10));
    expect(broken).toContain('event 3 (request-end) lies before the event ahead of it');
    expect(broken).toContain('event 3 (request-end) names an unknown request: B');
  });
});
