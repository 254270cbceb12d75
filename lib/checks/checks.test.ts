import { describe, expect, it } from 'vitest';
import { buildTrace, type EventInput, pythonError, WORKER } from '@/tests/support/trace';
import { expectFailure, expectSuccess } from '@/tests/support/verdict';
import {
  all,
  allStatuses,
  answeredWithin,
  elapsedAtMost,
  explaining,
  failingBy,
  headerEquals,
  headerPresent,
  headersAllDifferent,
  hopsAtMost,
  hopsExactly,
  inStack,
  judge,
  layerMode,
  logged,
  loggedBy,
  loggedInOrder,
  loggedOn,
  loggedOnce,
  longestHoldAtMost,
  neverLogged,
  noHop,
  nothingEscapes,
  noWarning,
  ranIn,
  ranOnLoop,
  requestsOverlap,
  runsToTheEnd,
  startsUp,
  statusCount,
  statuses,
} from '.';

const log = (text: string, more: Partial<EventInput> = {}): EventInput =>
  ({ kind: 'output', stream: 'log', text, loop: 'server', request: 'A', ...more }) as EventInput;

describe('explaining', () => {
  const check = explaining(allStatuses(200), { 'with 404': 'Nothing was found.' });
  const answered = (status: number) => buildTrace({ requests: [{ id: 'A', status }] });

  it('goes on with the meaning of a failure that it knows', () => {
    expect(expectFailure(check, answered(404)).message).toBe(
      'Request A was answered with 404. Nothing was found.',
    );
  });

  it('leaves another failure and a success as they are', () => {
    expect(expectFailure(check, answered(500)).message).toBe('Request A was answered with 500.');
    expectSuccess(check, answered(200));
  });
});

describe('checks over responses', () => {
  it('accepts when every request has the status', () => {
    expectSuccess(allStatuses(200), buildTrace());
  });

  it('names the status and the exception behind it, with its line', () => {
    const trace = buildTrace({
      requests: [{ id: 'A', status: 500 }],
      frames: [{ id: 0, line: 7 }],
      events: [{ kind: 'exception', type: 'ValueError', message: 'boom', request: 'A', frame: 0 }],
    });
    expect(expectFailure(allStatuses(200), trace)).toEqual({
      passed: false,
      message: 'Request A was answered with 500 after `ValueError: boom`.',
      place: { file: 'layer_1.py', line: 7 },
      event: 0,
      stack: 0,
    });
  });

  it('takes the exception from Django’s log when only Django saw it', () => {
    const trace = buildTrace({
      requests: [{ id: 'A', status: 500 }],
      events: [
        {
          kind: 'output',
          stream: 'django',
          request: 'A',
          loop: null,
          text: "ERROR django.request: Internal Server Error: /\nTypeError: 'coroutine' object is not callable",
        },
      ],
    });
    expect(expectFailure(allStatuses(200), trace).message).toBe(
      "Request A was answered with 500 after `TypeError: 'coroutine' object is not callable`.",
    );
  });

  it('says that an error escaped when there was no response', () => {
    const error = pythonError('AttributeError', 'no such thing', [{ file: 'layer_1.py', line: 3 }]);
    const verdict = expectFailure(
      allStatuses(200),
      buildTrace({ requests: [{ id: 'B', status: null, error }] }),
    );
    expect(verdict.message).toContain(
      'Request B got no response from Django: `AttributeError: no such thing`',
    );
    expect(verdict.place).toEqual({ file: 'layer_1.py', line: 3 });
    expect(
      expectFailure(nothingEscapes(), buildTrace({ requests: [{ id: 'B', status: null, error }] })).place,
    ).toEqual({ file: 'layer_1.py', line: 3 });
  });

  it('can look for one kind of error only among those that escaped', () => {
    const error = pythonError('TypeError', 'not iterable', []);
    const trace = buildTrace({ requests: [{ id: 'A', status: 200, error }] });
    expectSuccess(nothingEscapes('RuntimeError'), trace);
    expect(expectFailure(nothingEscapes('TypeError'), trace).message).toBe(
      'Request A ended in `TypeError: not iterable`, which no layer could see.',
    );
  });

  it('judges statuses request by request, and by count', () => {
    const trace = buildTrace({
      requests: [
        { id: 'A', status: 200 },
        { id: 'B', status: 504 },
      ],
    });
    expectSuccess(statuses({ A: 200, B: 504 }), trace);
    expect(expectFailure(statuses({ B: 200 }), trace).message).toBe('Request B was answered with 504.');
    expectSuccess(statusCount(200, 1), trace);
    expect(expectFailure(statusCount(200, 2), trace).message).toBe('1 were answered with 200: A.');
  });

  it('finds a header whatever its case', () => {
    const trace = buildTrace({ requests: [{ id: 'A', headers: [['x-time', '1']] }] });
    expectSuccess(headerPresent('X-Time'), trace);
    expect(expectFailure(headerPresent('X-Other'), trace).message).toBe(
      'The response to A (200) has no `X-Other`.',
    );
    expectSuccess(headerEquals('X-Time', { A: '1' }), trace);
    expect(expectFailure(headerEquals('X-Time', { A: '2' }), trace).message).toBe(
      'Request A got `X-Time: 1`, not `2`.',
    );
  });

  it('names the two requests that share a header value', () => {
    const headers: [string, string][] = [['X-Request-ID', 'same']];
    const trace = buildTrace({
      requests: [
        { id: 'A', headers },
        { id: 'B', headers },
      ],
    });
    expect(expectFailure(headersAllDifferent('X-Request-ID'), trace).message).toBe(
      'Requests A and B both got `X-Request-ID: same`.',
    );
  });

  it('measures the wait from the arrival of each request', () => {
    const trace = buildTrace({ requests: [{ id: 'A', arrival: 100_000, responseEnd: 250_000 }] });
    expectSuccess(answeredWithin(150_000), trace);
    expect(expectFailure(answeredWithin(100_000), trace).message).toBe(
      'Request A waited 150 ms for its response.',
    );
  });
});

describe('checks over the log', () => {
  const trace = buildTrace({ events: [log('Before'), log('view\n'), log('After', { thread: WORKER.id })] });

  it('accepts the order with other lines between', () => {
    expectSuccess(loggedInOrder(['Before', 'After']), trace);
  });

  it('tells a line that came too early from one that is missing', () => {
    expect(expectFailure(loggedInOrder(['After', 'view']), trace)).toMatchObject({
      message: 'Request A logged “Before”, “view” and “After”: “view” came too early.',
      event: 1,
    });
    expect(expectFailure(loggedInOrder(['Before', 'end']), trace).message).toContain('“end” is missing');
  });

  it('counts how often a line was logged', () => {
    expectSuccess(loggedOnce('view'), trace);
    expect(expectFailure(logged('view', 2), trace).message).toBe('Request A logged “view” once.');
    expect(expectFailure(neverLogged('view'), trace).event).toBe(1);
  });

  it('asks one request for its line, and says what it logged instead', () => {
    expectSuccess(loggedBy('A', 'view'), trace);
    expect(expectFailure(loggedBy('A', 'end'), trace)).toMatchObject({
      message: 'Request A did not log “end”, only “Before”, “view” and “After”.',
      event: 2,
    });
    expect(expectFailure(loggedBy('B', 'view'), trace).message).toBe('Request B logged nothing.');
  });

  it('names the thread that logged instead', () => {
    expectSuccess(loggedOn('loop', ['Before']), trace);
    expect(expectFailure(loggedOn('loop', ['Before', 'After']), trace)).toMatchObject({
      message: "Request A logged “After” on `w1`, not on the loop's thread.",
      event: 2,
    });
  });
});

describe('checks over the loop', () => {
  const blocked = buildTrace({
    frames: [{ id: 0, line: 9 }],
    duration: 400_000,
    requests: [
      { id: 'A', responseEnd: 200_000 },
      { id: 'B', responseEnd: 400_000 },
    ],
    layers: [{ id: 0, name: 'Simple' }],
    events: ['A', 'B'].flatMap((request, index): EventInput[] => [
      { kind: 'turn-begin', name: request, request, t: index * 200_000 },
      { kind: 'layer-enter', request, layer: 0, t: index * 200_000 },
      { kind: 'block-begin', on: 'sleep', what: 'time.sleep', request, frame: 0, t: index * 200_000 },
      { kind: 'block-end', request, t: (index + 1) * 200_000 },
      { kind: 'layer-exit', how: 'return', request, layer: 0, t: (index + 1) * 200_000 },
      { kind: 'turn-end', request, t: (index + 1) * 200_000 },
    ]),
  });

  it('names what held the loop, for how long, and its line', () => {
    expect(expectFailure(longestHoldAtMost(50_000), blocked)).toEqual({
      passed: false,
      message: 'Request A held the loop for 200 ms in `time.sleep` at line 9 of layer_1.py.',
      place: { file: 'layer_1.py', line: 9 },
      event: 2,
      stack: 0,
    });
    expectSuccess(longestHoldAtMost(200_000), blocked);
  });

  it('does not count a block in a worker thread', () => {
    const trace = buildTrace({
      duration: 200_000,
      events: [
        { kind: 'block-begin', on: 'sleep', what: 'time.sleep', thread: WORKER.id },
        { kind: 'block-end', thread: WORKER.id, t: 200_000 },
      ],
    });
    expectSuccess(longestHoldAtMost(0), trace);
  });

  it('counts a hold that the end of the run cut off', () => {
    const trace = buildTrace({ duration: 90_000, events: [{ kind: 'turn-begin', name: 'request A' }] });
    expect(expectFailure(longestHoldAtMost(50_000), trace).message).toBe(
      'Something held the loop for 90 ms.',
    );
  });

  it('sees requests that come one after the other', () => {
    expect(expectFailure(requestsOverlap(), blocked).message).toBe(
      'One after the other: request A had left the stack at 200 ms; request B entered it only at 200 ms.',
    );
    const overlapping = buildTrace({
      duration: 300,
      requests: [{ id: 'A' }, { id: 'B' }],
      events: [
        { kind: 'layer-enter', request: 'A' },
        { kind: 'layer-enter', request: 'B', t: 100 },
        { kind: 'layer-exit', how: 'return', request: 'A', t: 200 },
        { kind: 'layer-exit', how: 'return', request: 'B', t: 300 },
      ],
    });
    expectSuccess(requestsOverlap(), overlapping);
  });

  it('gives the longest hold as the reason for a late last response', () => {
    expect(expectFailure(elapsedAtMost(250_000), blocked)).toMatchObject({
      message: 'The last response was complete after 400 ms; the longest hold of the loop was 200 ms.',
      place: { file: 'layer_1.py', line: 9 },
    });
  });

  it("counts hops without Django's own", () => {
    const trace = buildTrace({
      events: [
        {
          kind: 'hop-submit',
          hop: 0,
          direction: 'to-thread',
          what: 'sync_send',
          internal: true,
          request: 'A',
        },
        { kind: 'hop-submit', hop: 1, direction: 'to-thread', what: 'Legacy', internal: false, request: 'A' },
      ],
    });
    expectSuccess(hopsExactly({ toThread: 1, toLoop: 0 }), trace);
    expectSuccess(hopsAtMost(1), trace);
    expect(expectFailure(hopsAtMost(0), trace)).toMatchObject({
      message: 'Request A made 1 hop: `Legacy`.',
      event: 1,
    });
    expect(expectFailure(noHop(), trace)).toMatchObject({
      message: 'Request A made 1 hop to a thread and 0 back to the loop: `Legacy`.',
      event: 1,
    });
  });

  it('knows the thread and the form in which a layer was called', () => {
    const trace = buildTrace({
      layers: [{ id: 4, name: 'Simple', mode: 'sync', line: 2 }],
      events: [{ kind: 'layer-enter', layer: 4, request: 'A', thread: WORKER.id }],
    });
    expectSuccess(ranIn('w1', 'Simple'), trace);
    expect(expectFailure(ranOnLoop('Simple'), trace).message).toBe(
      "`Simple` ran on `w1` for request A, not on the loop's thread.",
    );
    expect(expectFailure(ranOnLoop('Other'), trace).message).toBe('`Other` was never entered.');
    expect(expectFailure(layerMode('Simple', 'async'), trace)).toMatchObject({
      message: 'Django called `Simple` in its sync form.',
      place: { file: 'layer_1.py', line: 2 },
    });
  });
});

describe('checks over the run', () => {
  it('gives the reason once when Django did not start', () => {
    const trace = buildTrace({
      requests: [],
      outcome: {
        kind: 'startup-error',
        error: pythonError('TypeError', 'sync_to_async can only be applied to sync functions.'),
      },
    });
    expect(expectFailure(startsUp(), trace).message).toBe(
      'Django did not start: `TypeError: sync_to_async can only be applied to sync functions`.',
    );
    for (const check of [allStatuses(200), noHop(), loggedOnce('view')]) {
      expect(expectFailure(check, trace).message).toBe('Django did not start, so there was nothing to see.');
    }
  });

  it('names the line where a deadlock waits', () => {
    const trace = buildTrace({
      frames: [{ id: 0, line: 5 }],
      outcome: {
        kind: 'deadlock',
        message: 'Nothing can run.',
        waiting: [{ request: 'A', what: 'Event.wait', frame: 0 }],
      },
    });
    expect(expectFailure(runsToTheEnd(), trace)).toMatchObject({
      message: 'Nothing could go on any more. Still waiting: A (Event.wait).',
      place: { file: 'layer_1.py', line: 5 },
    });
  });

  it('repeats what Python warned about', () => {
    const trace = buildTrace({
      events: [{ kind: 'warning', category: 'RuntimeWarning', message: "coroutine 'f' was never awaited" }],
    });
    expect(expectFailure(noWarning('never awaited'), trace).message).toBe(
      "Python warned: `RuntimeWarning: coroutine 'f' was never awaited`.",
    );
    expectSuccess(noWarning('something else'), trace);
  });
});

describe('combining checks', () => {
  const good = buildTrace();
  const bad = buildTrace({ requests: [{ id: 'A', status: 500 }] });

  it('says in which of the stacks it failed', () => {
    expect(allStatuses(200).judge([good, bad])).toMatchObject({ passed: false, stack: 1 });
  });

  it('can ask it of one stack only', () => {
    expect(inStack(0, allStatuses(200)).judge([good, bad]).passed).toBe(true);
    const second = inStack(1, allStatuses(200));
    expect(second.id).toBe('all-200-in-stack-2');
    expect(second.judge([good, bad])).toMatchObject({ passed: false, stack: 1 });
    expect(second.judge([good])).toMatchObject({ passed: false, message: 'Stack 2 was not run.' });
  });

  it('lets the first failure of a group speak', () => {
    const group = all({ id: 'group', title: 'It answers' }, [allStatuses(200), headerPresent('X-Time')]);
    expect(expectFailure(group, good).message).toContain('X-Time');
    expect(expectFailure(group, bad).message).toContain('answered with 500');
  });

  it('tells one kind of failure from others', () => {
    const serverErrors = failingBy({ id: 'no-500', title: 'Nothing breaks' }, allStatuses(200), {
      'with 500': 'It broke.',
    });
    expect(expectFailure(serverErrors, bad).message).toMatch(/answered with 500.* It broke\.$/);
    expect(serverErrors.judge([buildTrace({ requests: [{ id: 'A', status: 404 }] })]).passed).toBe(true);
  });

  it('judges all checks, in order', () => {
    expect(
      judge([allStatuses(200), headerPresent('X-Time')], [good]).map(({ verdict }) => verdict.passed),
    ).toEqual([true, false]);
  });
});
