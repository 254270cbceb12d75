/** Checks that questions and experiments brought: what a run wrote, warned of, and died of. */
import { describe, expect, it } from 'vitest';
import { buildTrace, type EventInput, pythonError } from '@/tests/support/trace';
import {
  bodies,
  doesNotStart,
  errorEscapes,
  errorSeen,
  headerEquals,
  hopsExactly,
  runLogs,
  runLogsInOrder,
  warns,
} from '.';

const line = (text: string, request: string | null): EventInput => ({
  kind: 'output',
  stream: 'stdout',
  loop: 'server',
  text,
  request,
});
const printed = buildTrace({
  requests: [{ id: 'A', headers: [['X-Time', '1']] }, { id: 'B' }],
  events: [line('built', null), line('A in', 'A'), line('B in', 'B'), line('A out', 'A')],
});
const refused = buildTrace({
  requests: [],
  outcome: { kind: 'startup-error', error: pythonError('TypeError', 'only sync functions') },
});
const escaped = buildTrace({
  requests: [{ id: 'A', status: null, error: pythonError('KeyError', 'tenant') }],
  events: [{ kind: 'warning', category: 'RuntimeWarning', message: "coroutine 'view' was never awaited" }],
});
const deadlock = buildTrace({ outcome: { kind: 'deadlock', message: 'Nothing can go on.', waiting: [] } });

describe('checks over the lines of a whole run', () => {
  it('count them, those of no request as well', () => {
    expect(runLogs('built', 1).judge([printed]).passed).toBe(true);
    expect(runLogs('A in', 1, 'B').judge([printed]).message).toBe('Request B never logged “A in”.');
  });

  it('see an order across requests', () => {
    expect(runLogsInOrder(['built', 'B in', 'A out']).judge([printed]).passed).toBe(true);
    expect(runLogsInOrder(['A out', 'B in']).judge([printed]).message).toBe(
      'The run logged “built”, “A in”, “B in” and “A out”: not in this order.',
    );
  });
});

describe('checks over errors and warnings', () => {
  it('tell why Django did not start', () => {
    expect(doesNotStart('only sync').judge([refused]).passed).toBe(true);
    expect(doesNotStart('another').judge([refused]).message).toBe(
      'Django did not start: `TypeError: only sync functions`.',
    );
    expect(doesNotStart('only sync').judge([printed]).message).toBe('Django started.');
  });

  it('see what escaped to the server', () => {
    expect(errorEscapes('KeyError').judge([escaped]).passed).toBe(true);
    expect(errorEscapes('ValueError').judge([escaped]).message).toBe(
      'What reached the server: `KeyError: tenant`.',
    );
    expect(errorEscapes('KeyError').judge([printed]).message).toBe('No exception reached the server.');
  });

  it('find an error wherever it was seen', () => {
    expect(errorSeen('only sync').judge([refused]).passed).toBe(true);
    expect(errorSeen('tenant').judge([escaped]).passed).toBe(true);
    expect(errorSeen('Nothing can go on').judge([deadlock]).passed).toBe(true);
    expect(errorSeen('boom').judge([deadlock]).message).toBe('The errors were: `Nothing can go on.`.');
    expect(errorSeen('boom').judge([printed]).message).toBe('There was no error.');
  });

  it('repeat what Python warned about', () => {
    expect(warns('never awaited').judge([escaped]).passed).toBe(true);
    expect(warns('something else').judge([escaped]).message).toBe(
      "Python warned: `coroutine 'view' was never awaited`.",
    );
    expect(warns('never awaited').judge([printed]).message).toBe('Python had nothing to warn about.');
  });
});

describe('checks over single requests', () => {
  it('compare bodies', () => {
    expect(bodies({ A: 'ok' }).judge([printed]).passed).toBe(true);
    expect(bodies({ A: 'no' }).judge([printed]).message).toBe('Request A got the body `ok`.');
  });

  it('ask that a header is not sent', () => {
    expect(headerEquals('X-Time', { A: '1', B: null }).judge([printed]).passed).toBe(true);
    expect(headerEquals('X-Time', { A: null }).judge([printed]).message).toBe(
      'Request A got `X-Time: 1`, which it should not.',
    );
  });

  it('count the hops of one request alone', () => {
    const hopping = buildTrace({
      requests: [{ id: 'A' }, { id: 'B' }],
      events: [
        { kind: 'hop-submit', hop: 0, direction: 'to-thread', what: 'Legacy', internal: false, request: 'A' },
      ],
    });
    expect(hopsExactly({ toThread: 1, toLoop: 0 }, 'A').judge([hopping]).passed).toBe(true);
    expect(hopsExactly({ toThread: 1, toLoop: 0 }).judge([hopping]).passed).toBe(false);
  });
});
