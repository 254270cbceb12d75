import { describe, expect, it } from 'vitest';
import { blockedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { buildTrace } from '@/tests/support/trace';
import { elapsedIs, longestHoldIs, responseEndsAt, responseTakes } from '.';

const unanswered = () => buildTrace({ requests: [{ id: 'A', responseEnd: null }] });
const ms = (from: number, to: number) => ({ from: from * 1000, to: to * 1000 });

describe('checks over how long things took', () => {
  // B arrives at 10 ms; alone it takes 200 ms, behind a blocked loop it ends at 400 ms.
  it('measure a response from the arrival of its request', () => {
    expect(responseTakes('B', ms(190, 210)).judge([overlappingTrace()]).passed).toBe(true);
    expect(responseTakes('B', ms(0, 210)).judge([blockedTrace()])).toMatchObject({
      passed: false,
      message: 'Request B took 390 ms.',
    });
  });

  it('read the end of a response from the clock', () => {
    expect(responseEndsAt('B', ms(400, 401)).judge([blockedTrace()]).passed).toBe(true);
    expect(responseEndsAt('B', ms(400, 401)).judge([overlappingTrace()]).message).toBe(
      'The response to B was complete at 210 ms.',
    );
  });

  it('measure the whole from the first arrival to the last response', () => {
    expect(elapsedIs(ms(600, 601)).judge([blockedTrace()]).passed).toBe(true);
    expect(elapsedIs(ms(600, 601)).judge([overlappingTrace()]).message).toBe(
      'From the first arrival to the last response it took 220 ms.',
    );
  });

  it('measure the longest hold, which may also be too short', () => {
    expect(longestHoldIs(ms(200, 201)).judge([blockedTrace()]).passed).toBe(true);
    expect(longestHoldIs(ms(0, 50)).judge([blockedTrace()]).message).toBe(
      'The longest hold of the loop lasted 200 ms.',
    );
    expect(longestHoldIs(ms(200, 201)).judge([overlappingTrace()]).passed).toBe(false);
  });

  it('say so where there is no response to measure', () => {
    const missing = 'Request A never got its whole response.';
    expect(responseTakes('A', ms(0, 1)).judge([unanswered()]).message).toBe(missing);
    expect(responseEndsAt('A', ms(0, 1)).judge([unanswered()]).message).toBe(missing);
    expect(elapsedIs(ms(0, 1)).judge([unanswered()]).message).toBe(missing);
    expect(responseTakes('Z', ms(0, 1)).judge([unanswered()]).message).toBe('There is no request Z.');
  });
});
