import { describe, expect, test } from 'vitest';
import { derive } from './derive';
import { TraceBuilder } from './testing/build-trace';
import { blockedTrace, mixedTrace, overlappingTrace } from './testing/sample-traces';
import { waitWords } from './wake-words';
import { waitAt } from './wakes';

const overlapping = derive(overlappingTrace());
const blocked = derive(blockedTrace());
const mixed = derive(mixedTrace());

/** The position just after the first event of a kind, of a request. */
function momentOf({ trace }: typeof mixed, kind: string, request: string): number {
  const found = trace.events.find((event) => event.kind === kind && event.request === request);
  if (!found) throw new Error(`no ${kind} of ${request}`);
  return found.seq;
}

const words = (timeline: typeof mixed, group: number, position: number) => {
  const wait = waitAt(timeline, group, position);
  return wait === null ? null : waitWords(timeline, wait);
};

/** Request A waits for a future, which request B sets and then holds the loop for 100 ms. */
function futureTrace() {
  const builder = new TraceBuilder(['view'], { 'views.py': 'a\nb\nc\n' });
  const a = builder.at(0).arrive('A');
  builder.turn(a);
  builder.suspend(a, 'future', 'Future', { request: 'A', layer: 'view', line: ['views.py', 2] });
  const b = builder.at(10).arrive('B');
  builder.turn(b);
  const set = builder
    .at(20)
    .emit('output', { stream: 'stdout', text: 'set', loop: 'server' }, { request: 'B', task: b });
  builder.wake(a, 'future', set);
  builder.at(120).emit('task-end', { how: 'return' }, { request: 'B', task: b });
  builder.turnEnd(b);
  builder.turn(a);
  builder.emit('task-end', { how: 'return' }, { request: 'A', task: a });
  builder.turnEnd(a);
  return builder.build();
}

describe('the wait of a request', () => {
  test('for a timer goes from its await to where it runs on, and nobody else is its cause', () => {
    const at = momentOf(overlapping, 'suspend', 'A');
    const wait = waitAt(overlapping, 0, at);
    expect(wait).toMatchObject({
      suspend: at,
      cause: null,
      place: { file: 'middleware.py', line: 8 },
      why: 'timer',
    });
    expect(wait?.ready).toBeLessThanOrEqual(wait?.resume ?? 0);
  });

  test('is the same one while it waits, while it is ready and while it runs after it', () => {
    const wait = waitAt(overlapping, 0, momentOf(overlapping, 'suspend', 'A'));
    if (wait?.ready == null || wait.resume === null) throw new Error('it goes on');
    expect(waitAt(overlapping, 0, wait.ready)).toEqual(wait);
    expect(waitAt(overlapping, 0, wait.resume)).toEqual(wait);
  });

  test('for a thread is ended by that thread', () => {
    const wait = waitAt(mixed, 0, momentOf(mixed, 'suspend', 'A'));
    expect(wait?.cause?.kind).toBe('hop-end');
    expect(words(mixed, 0, momentOf(mixed, 'suspend', 'A'))).toMatch(
      /: thread w1 of request A is finished\. Goes on at once\.$/,
    );
  });

  test('that never waited at an await begins when it arrives', () => {
    const wait = waitAt(blocked, 1, momentOf(blocked, 'request-arrive', 'B') + 3);
    expect(wait?.suspend).toBeNull();
    expect(words(blocked, 1, momentOf(blocked, 'request-arrive', 'B') + 3)).toBe(
      'Ready at 10 ms: it may begin. Goes on 190 ms later.',
    );
  });

  test('is told from the moment of arrival on, before there is a task', () => {
    expect(words(blocked, 1, momentOf(blocked, 'request-arrive', 'B'))).toBe(
      'Ready at 10 ms: it may begin. Goes on 190 ms later.',
    );
  });

  test('names the request that ended it, and how long the loop was held from it', () => {
    const timeline = derive(futureTrace());
    expect(words(timeline, 0, momentOf(timeline, 'suspend', 'A'))).toBe(
      'Awaits at line 2 of views.py. Ready at 20 ms: the result it waited for is there, by request B. Goes on 100 ms later.',
    );
  });

  test('is none before a request arrives and after it ended', () => {
    expect(waitAt(overlapping, 2, 0)).toBeNull();
    expect(waitAt(overlapping, 0, overlapping.end)).toBeNull();
  });
});
