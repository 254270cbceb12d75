import { describe, expect, test } from 'vitest';
import type { Trace } from '@/lib/trace/schema';
import { blockedTrace, mixedTrace, overlappingTrace } from '@/lib/trace/testing/sample-traces';
import { buildTrace, type EventInput, pythonError } from '@/tests/support/trace';
import { judgeProbe, probeSchema } from './probe';

const line = (text: string, request: string | null, t = 0): EventInput => ({
  kind: 'output',
  stream: 'stdout',
  loop: 'server',
  text,
  request,
  t,
});
const printed = () =>
  buildTrace({
    requests: [
      { id: 'A', headers: [['X-Time', '1']] },
      { id: 'B', status: 404 },
    ],
    events: [line('built', null), line('in', 'A'), line('in', 'B'), line('out', 'B'), line('out', 'A')],
  });
const refused = () =>
  buildTrace({
    requests: [],
    outcome: { kind: 'startup-error', error: pythonError('TypeError', 'only sync functions.') },
  });
const escaped = () =>
  buildTrace({
    requests: [{ id: 'A', status: null, error: pythonError('KeyError', 'tenant') }],
    events: [
      { kind: 'warning', category: 'RuntimeWarning', message: "coroutine 'view' was never awaited" },
      { kind: 'task-end', how: 'cancel', request: 'A' },
    ],
  });

/** A fact, a run of which it is true, and one of which it is not. */
const FACTS: readonly [fact: unknown, holds: () => Trace, fails: () => Trace][] = [
  [{ startsUp: true }, printed, refused],
  [{ doesNotStart: 'only sync functions' }, refused, printed],
  [{ statuses: { A: 200, B: 404 } }, printed, escaped],
  [{ escapes: 'KeyError' }, escaped, printed],
  [{ body: { A: 'ok' } }, printed, () => buildTrace({ requests: [{ id: 'A', body: 'no' }] })],
  [{ header: { name: 'x-time', values: { A: '1', B: null } } }, printed, escaped],
  [{ logged: { text: 'in', times: 2 } }, printed, escaped],
  [{ logged: { text: 'in', times: 1, request: 'A' } }, printed, escaped],
  [{ neverLogged: 'in' }, escaped, printed],
  [{ loggedInOrder: ['built', 'in', 'out'] }, printed, escaped],
  [{ loggedOn: { thread: 'loop', texts: ['in'] } }, printed, escaped],
  [{ hops: { toThread: 1, toLoop: 1 } }, mixedTrace, overlappingTrace],
  [{ hops: { request: 'B', toThread: 0, toLoop: 0 } }, overlappingTrace, mixedTrace],
  [{ ranIn: { layer: 'RequestTimer', thread: 'loop' } }, overlappingTrace, printed],
  [{ mode: { layer: 'view', is: 'async' } }, overlappingTrace, printed],
  [{ answeredWithin: { request: 'B', seconds: [0, 0.21] } }, overlappingTrace, blockedTrace],
  [{ endsAt: { request: 'B', seconds: [0.4, 0.41] } }, blockedTrace, overlappingTrace],
  [{ elapsed: [0.6, 0.61] }, blockedTrace, overlappingTrace],
  [{ longestHold: [0.2, 0.21] }, blockedTrace, overlappingTrace],
  [{ overlap: true }, overlappingTrace, blockedTrace],
  [{ warning: 'never awaited' }, escaped, printed],
  [{ stateAt: { request: 'B', at: 0.1, is: 'ready' } }, blockedTrace, overlappingTrace],
  [{ stateAt: { request: 'B', at: 0.005, is: 'not-arrived' } }, overlappingTrace, printed],
  [{ workerThreads: 2 }, mixedTrace, overlappingTrace],
  [{ cancelled: { request: 'A' } }, escaped, printed],
  [{ stoppedByError: 'only sync functions' }, refused, printed],
  [{ stoppedByError: 'tenant' }, escaped, printed],
  [{ not: { overlap: true } }, blockedTrace, overlappingTrace],
];

describe('a probe', () => {
  test.each(FACTS)('%j is true of one run and not of another', (fact, holds, fails) => {
    const probe = probeSchema.parse(fact);
    expect(judgeProbe(probe, holds())).toMatchObject({ passed: true });
    expect(judgeProbe(probe, fails())).toMatchObject({ passed: false });
  });

  test('says what the run did instead', () => {
    const verdict = judgeProbe({ stateAt: { request: 'B', at: 0.1, is: 'running' } }, blockedTrace());
    expect(verdict.message).toBe('At 100 ms request B was ready, waiting for the loop.');
  });

  test('looks at the lines of one request where it names one', () => {
    const probe = probeSchema.parse({ loggedInOrder: { texts: ['in', 'out'], request: 'B' } });
    expect(judgeProbe(probe, printed()).passed).toBe(true);
    expect(judgeProbe({ loggedInOrder: { texts: ['built', 'in'], request: 'B' } }, printed()).passed).toBe(
      false,
    );
  });

  test.each([
    [{ statuses: { Z: 200 } }, 'The run has no request Z.'],
    [{ not: { cancelled: { request: 'Z' } } }, 'The run has no request Z.'],
    [{ not: { ranIn: { layer: 'Misspelt', thread: 'loop' } } }, 'The run has no layer Misspelt.'],
  ])('%j is false of a run that has nothing of that name', (probe, message) => {
    expect(judgeProbe(probeSchema.parse(probe), overlappingTrace())).toMatchObject({
      passed: false,
      message,
    });
  });

  test('that denies something is not true of a run that never started, unless it is about the start', () => {
    expect(judgeProbe({ not: { overlap: true } }, refused()).passed).toBe(false);
    expect(judgeProbe({ not: { startsUp: true } }, refused()).passed).toBe(true);
  });

  test.each([
    [{}],
    [{ overlap: true, startsUp: true }],
    [{ overlap: false }],
    [{ overlaps: true }],
    [{ elapsed: [0.2, 0.1] }],
  ])('%j is refused', (probe) => {
    expect(probeSchema.safeParse(probe).success).toBe(false);
  });
});
