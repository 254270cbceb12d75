import { describe, expect, it } from 'vitest';
import { blockedTrace, mixedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { buildTrace } from '@/tests/support/trace';
import { doingAt, requestCancelled, requestIs, workerThreadsExactly } from '.';

describe('checks over what a request was doing', () => {
  it('tell a request that is ready from one that is suspended, at the same time', () => {
    expect(requestIs('B', 100_000, 'ready').judge([blockedTrace()]).passed).toBe(true);
    expect(requestIs('B', 100_000, 'ready').judge([overlappingTrace()])).toMatchObject({
      passed: false,
      message: 'At 100 ms request B was suspended at an await.',
    });
  });

  it('know a request before it arrives and after it ended', () => {
    expect(doingAt(overlappingTrace(), 'B', 5000)).toBe('not-arrived');
    expect(doingAt(overlappingTrace(), 'A', 215_000)).toBe('ended');
    expect(doingAt(overlappingTrace(), 'Z', 5000)).toBeNull();
    expect(requestIs('Z', 0, 'ended').judge([overlappingTrace()]).message).toBe('There is no request Z.');
  });

  it('count the threads beside the loop in which learner code ran', () => {
    expect(workerThreadsExactly(2).judge([mixedTrace()]).passed).toBe(true);
    expect(workerThreadsExactly(1).judge([mixedTrace()]).message).toBe(
      "Your code ran in 2 threads beside the loop's: `w1` and `w2`.",
    );
    expect(workerThreadsExactly(1).judge([overlappingTrace()]).message).toBe(
      "Your code ran in 0 threads beside the loop's.",
    );
  });

  it('see a cancellation in a layer and in a task, of that request alone', () => {
    const inLayer = buildTrace({
      layers: [{ id: 0, name: 'view' }],
      events: [{ kind: 'layer-exit', how: 'cancel', request: 'A', layer: 0 }],
    });
    const inTask = buildTrace({ events: [{ kind: 'task-end', how: 'cancel', request: 'A' }] });
    expect(requestCancelled('A').judge([inLayer]).passed).toBe(true);
    expect(requestCancelled('A').judge([inTask]).passed).toBe(true);
    expect(requestCancelled('B').judge([inLayer]).message).toBe('Nothing of request B was cancelled.');
  });
});
