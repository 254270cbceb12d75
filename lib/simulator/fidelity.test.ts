import { describe, expect, it } from 'vitest';
import type { Trace } from '@/lib/trace/schema';
import { compareWithNative, nativeResultSchema, unknownKeys } from './fidelity';

const place = { layer: null, task: null, frame: null, cause: null };
const logged = (seq: number, request: string, text: string): Trace['events'][number] => ({
  ...place,
  seq,
  t: seq * 1_000,
  request,
  thread: 0,
  kind: 'output',
  stream: 'log',
  text,
  loop: 'server',
});

function traceOf(events: Trace['events'], responseStart = 100_000): Trace {
  const request = (id: string): Trace['requests'][number] => ({
    id,
    method: 'GET',
    path: '/',
    arrival: 0,
    status: 200,
    headers: [['Content-Type', 'text/html']],
    body: 'ok',
    bodyTruncated: false,
    chunks: [],
    error: null,
    wroteAfterDisconnect: false,
    responseStart,
    responseEnd: responseStart,
    done: responseStart,
  });
  return {
    schema: 1,
    scenario: { id: 'test', hash: '' },
    files: [],
    versions: { python: '', django: '', asgiref: '', pyodide: '' },
    server: 'asgi',
    seed: 0,
    cost: { line: 1, hop: 50, query: 500, switchInterval: 5_000 },
    duration: responseStart,
    truncated: false,
    dropped: 0,
    outcome: { kind: 'finished' },
    unmodelled: [],
    requests: [request('A'), request('B')],
    layers: [],
    tasks: [],
    threads: [{ id: 0, kind: 'loop', name: 'loop', request: null }],
    frames: [],
    stacks: [],
    events,
    lines: [],
  };
}

const line = (r: string, text: string, phase = 0) => ({ r, text, thread: 'loop', loop: 'server', phase });
const response = {
  status: 200,
  body: 'ok',
  server_error: null,
  wrote_after_disconnect: false,
  response_start_s: 0.1,
};

const native = (order: string, ...log: readonly object[]) =>
  nativeResultSchema.parse({
    startup: { ok: true },
    order,
    log,
    responses: { A: response, B: response },
    elapsed_s: 0.1,
  });

const whatDiffers = (trace: Trace, expected: ReturnType<typeof native>) =>
  compareWithNative(trace, expected).map((difference) => difference.what);

describe('comparing with native Django', () => {
  const trace = traceOf([
    logged(0, 'A', 'in'),
    logged(1, 'B', 'in'),
    logged(2, 'A', 'out'),
    logged(3, 'B', 'out'),
  ]);

  it('finds nothing where both agree', () => {
    const lines = [line('A', 'in'), line('B', 'in'), line('A', 'out'), line('B', 'out')];
    expect(compareWithNative(trace, native('exact', ...lines))).toEqual([]);
  });

  it('holds the whole order only where it is exact', () => {
    const lines = [line('B', 'in'), line('A', 'in'), line('A', 'out'), line('B', 'out')];
    expect(whatDiffers(trace, native('exact', ...lines))).toEqual(['log']);
    expect(whatDiffers(trace, native('per-request', ...lines))).toEqual([]);
  });

  it('holds the order of each request, and of the phases', () => {
    const swapped = [line('A', 'out'), line('B', 'in'), line('A', 'in'), line('B', 'out')];
    expect(whatDiffers(trace, native('per-request', ...swapped))).toEqual(['log of request A']);
    expect(whatDiffers(trace, native('phase-set', ...swapped))).toEqual([]);
    const phases = [line('A', 'in'), line('A', 'out'), line('B', 'in', 1), line('B', 'out', 1)];
    expect(whatDiffers(trace, native('per-request', ...phases))).toEqual(['log, phase 0', 'log, phase 1']);
  });

  it('allows times 60 ms, and no more', () => {
    const lines = [line('A', 'in'), line('B', 'in'), line('A', 'out'), line('B', 'out')];
    const events = [...trace.events];
    expect(whatDiffers(traceOf(events, 159_000), native('exact', ...lines))).toEqual([]);
    expect(whatDiffers(traceOf(events, 161_000), native('exact', ...lines))).toEqual([
      'response start of A',
      'response start of B',
      'elapsed',
    ]);
  });

  it('compares start-up errors and then nothing else', () => {
    const expected = nativeResultSchema.parse({
      startup: { ok: false, error: 'TypeError: no' },
      order: 'exact',
      log: [],
      responses: {},
    });
    expect(whatDiffers(trace, expected)).toEqual(['start-up']);
  });

  it('compares errors without the modules of their classes, and not at all where native runs differ', () => {
    const lines = [line('B', 'in'), line('A', 'in'), line('A', 'out'), line('B', 'out')];
    const broken = traceOf([...trace.events]);
    const [request] = broken.requests;
    if (request === undefined) throw new Error('no request');
    const error = { type: 'asyncio.exceptions.CancelledError', message: '', frames: [], text: '' };
    const ofA = { ...request, status: null, headers: [], error };
    const differing = (server_error: string | null, body: string | null) =>
      whatDiffers(
        { ...broken, requests: [ofA, ...broken.requests.slice(1)] },
        {
          ...native('phase-set', ...lines),
          responses: { A: { ...response, headers: {}, status: 'server-500', server_error, body } },
        },
      );
    expect(differing('CancelledError: ', null)).toEqual([]);
    expect(differing('asyncio.exceptions.CancelledError', 'ok')).toEqual([]);
    expect(differing('TimeoutError: ', 'no')).toEqual(['body of A', 'server error of A']);
  });

  it('names the keys that it does not know', () => {
    expect(unknownKeys({ log: [], native_runs: 5, colour: 'red' })).toEqual(['colour']);
  });
});
