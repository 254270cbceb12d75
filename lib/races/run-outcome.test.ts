import { describe, expect, test } from 'vitest';
import type { Trace } from '@/lib/trace/schema';
import { TraceBuilder } from '@/lib/trace/testing/build-trace';
import { differencesBetween, differenceWords, outcomeOf } from './run-outcome';

const base = new TraceBuilder(['view']).build();
type Row = Trace['requests'][number];
const row = (change: Partial<Row>): Row => ({
  id: 'A',
  method: 'GET',
  path: '/',
  arrival: 0,
  status: 200,
  headers: [],
  body: 'ok',
  bodyTruncated: false,
  chunks: [],
  error: null,
  wroteAfterDisconnect: false,
  responseStart: 1,
  responseEnd: 2,
  done: 2,
  ...change,
});
const run = (change: Partial<Row>, lines: readonly string[] = []): Trace => ({
  ...base,
  requests: [row(change)],
  events: lines.map((text, seq) => ({
    seq,
    t: seq,
    kind: 'output',
    stream: 'stdout',
    text,
    loop: null,
    request: 'A',
    layer: null,
    task: null,
    thread: 0,
    frame: null,
    cause: null,
  })),
});
const differences = (one: Trace, other: Trace) => differencesBetween(outcomeOf(one), outcomeOf(other));

describe('two runs differ in', () => {
  test.each<[string, Partial<Row>]>([
    ['the status of request A', { status: 500 }],
    ['the body of request A', { body: 'another' }],
    ['the header X-Tenant of request A', { headers: [['X-Tenant', 'blue']] }],
    [
      'the error of request A',
      { error: { type: 'ValueError', message: 'boom', frames: [], text: 'ValueError: boom' } },
    ],
  ])('%s', (what, change) => {
    expect(differences(run({}), run(change)).map((one) => one.what)).toEqual([what]);
  });

  test('what a request printed, and how the run ended', () => {
    expect(differences(run({}, ['a', 'a']), run({}, ['a']))).toEqual([
      { what: 'what request A printed', usual: 'a\na', other: 'a' },
    ]);
    const ended: Trace = { ...run({}), outcome: { kind: 'deadlock', message: 'Stuck.', waiting: [] } };
    expect(differences(run({}), ended).map(({ other }) => other)).toEqual(['deadlock: Stuck.']);
  });
});

describe('two runs do not differ', () => {
  test('in times, or in the order of the lines that a request printed', () => {
    expect(differences(run({ done: 9 }, ['a', 'b']), run({}, ['b', 'a']))).toEqual([]);
    expect(differences(run({ body: 'took 12.5 ms' }), run({ body: 'took 9 ms' }))).toEqual([]);
  });

  test('in headers that pass with the moment', () => {
    expect(differences(run({ headers: [['Set-Cookie', 'a=1']] }), run({}))).toEqual([]);
  });
});

test('a difference is said in a sentence, long texts cut', () => {
  expect(differenceWords({ what: 'the body of request C', usual: '10', other: null }, 3)).toBe(
    'the body of request C is “10” in the usual order and nothing in order 3',
  );
  expect(differenceWords({ what: 'it', usual: 'x'.repeat(90), other: 'y' }, 1)).toContain(
    `“${'x'.repeat(60)}…”`,
  );
});
