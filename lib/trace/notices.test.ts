import { describe, expect, test } from 'vitest';
import { noticesOf } from './notices';
import { TraceBuilder } from './testing/build-trace';

const builder = () => {
  const own = new TraceBuilder(['view']);
  const task = own.arrive('A');
  own.turn(task);
  own.suspend(task, 'future', 'Event.wait', { line: ['views.py', 7] });
  return own;
};

describe('notices about a run', () => {
  test('are none where it finished and was recorded whole', () => {
    expect(noticesOf(builder().build())).toEqual([]);
  });

  test('name who waits forever, for what and where', () => {
    const trace = builder().build(0, {
      outcome: {
        kind: 'deadlock',
        message: 'Nothing can run any more.',
        waiting: [{ request: 'A', what: 'Event.wait', frame: 0 }],
      },
    });
    expect(noticesOf(trace)).toEqual([
      'Nothing can run any more.',
      'Request A waits for Event.wait at line 7 of views.py, and nothing will ever wake it.',
    ]);
  });

  test('own up to what was left out and what is not charged for', () => {
    const trace = builder().build(0, { dropped: 12, unmodelled: ['hashlib.scrypt'] });
    expect(noticesOf(trace)).toEqual([
      'The record stops early: 12 more events are left out.',
      'Real work that this clock does not charge for: hashlib.scrypt.',
    ]);
  });

  test('tell why Django did not start', () => {
    const error = { type: 'ImproperlyConfigured', message: 'no such layer', frames: [], text: '' };
    const trace = builder().build(0, { outcome: { kind: 'startup-error', error } });
    expect(noticesOf(trace)).toEqual(['Django did not start: ImproperlyConfigured: no such layer']);
  });
});
