import { describe, expect, it } from 'vitest';
import { buildTrace, type EventInput, WORKER } from '@/tests/support/trace';
import { callBlocksFor, calledForEachRequest, callsEndBeforeResponses } from '.';

const threads = [1, WORKER.id] as const;

/** A call on that thread: the line at `from`, then a block until `to`, in milliseconds. */
const call = (thread: number, from: number, to: number): readonly EventInput[] => [
  { kind: 'output', stream: 'log', text: 'check', loop: null, thread, t: from * 1000 },
  { kind: 'block-begin', on: 'sleep', what: 'time.sleep', thread, t: from * 1000 },
  { kind: 'block-end', thread, t: to * 1000 },
];
const answer = (request: string, at: number): EventInput => ({
  kind: 'response-start',
  status: 200,
  request,
  t: at * 1000,
});
const inOrder = (...events: readonly EventInput[]) =>
  buildTrace({
    requests: [{ id: 'A' }, { id: 'B' }],
    events: [...events].sort((one, other) => (one.t ?? 0) - (other.t ?? 0)),
  });
const [loop, worker] = threads;

const asAsked = inOrder(...call(loop, 0, 100), ...call(worker, 1, 101), answer('A', 100), answer('B', 101));

describe('a prescribed blocking call', () => {
  it('is counted whoever makes it', () => {
    expect(calledForEachRequest('check').judge([asAsked])).toMatchObject({ passed: true });
    const once = inOrder(...call(worker, 0, 100), answer('A', 100), answer('B', 101));
    expect(calledForEachRequest('check').judge([once])).toMatchObject({
      passed: false,
      message: '“check” was logged once for 2 requests.',
    });
  });

  it('keeps its thread for as long as before', () => {
    const check = callBlocksFor('check', 100_000);
    expect(check.judge([asAsked])).toMatchObject({ passed: true });
    expect(check.judge([inOrder(...call(loop, 0, 40))])).toMatchObject({
      passed: false,
      message: 'After “check”, its thread was blocked for 40 ms only.',
    });
    const [line] = call(loop, 0, 0);
    expect(check.judge([inOrder(...(line === undefined ? [] : [line]))])).toMatchObject({
      passed: false,
      message: 'After “check”, nothing blocked: the call itself was changed.',
    });
  });

  it('takes the block that follows its own line, not that of another call', () => {
    const [line] = call(worker, 0, 0);
    const first = inOrder(...(line === undefined ? [] : [line]), ...call(worker, 1, 101));
    expect(callBlocksFor('check', 100_000).judge([first])).toMatchObject({ passed: false });
  });

  it('is over before a response goes out', () => {
    const check = callsEndBeforeResponses('check');
    expect(check.judge([asAsked])).toMatchObject({ passed: true });
    const early = inOrder(...call(worker, 0, 100), answer('A', 1));
    expect(check.judge([early])).toMatchObject({
      passed: false,
      message: 'The response to A went out at 1 ms; the call behind “check” was not over by then.',
    });
    const second = inOrder(...call(worker, 0, 100), answer('A', 100), answer('B', 101));
    expect(check.judge([second])).toMatchObject({ passed: false });
  });
});
