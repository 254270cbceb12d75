/**
 * Compares a trace with what native Django did with the same scenario.
 *
 * The expectation is the `expected` of a fidelity scenario. Times agree within 60 ms or 15 %, whichever is
 * more; the small overheads of a real machine are zero in virtual time.
 */
import { z } from 'zod';
import type { Trace, TraceEventOf } from '@/lib/trace/schema';
import { inCommonWords, isFinallyWarning, isLateShieldReport } from './known-differences';

const seconds = z.number().nullable();

const nativeLineSchema = z.object({
  r: z
    .string()
    .nullable()
    .transform((request) => request ?? '-'),
  text: z.string(),
  thread: z.string(),
  loop: z.string().nullable(),
  phase: z.int().default(0),
});

const nativeResponseSchema = z.object({
  status: z.union([z.int(), z.literal('server-500')]).nullable(),
  headers: z.record(z.string(), z.string()).default({}),
  body: z.string().nullable().default(null).describe('null where native runs differ in it'),
  server_error: z.string().nullable().default(null),
  wrote_after_disconnect: z.boolean().default(false),
  response_start_s: seconds.default(null),
});

/** What native runs of one scenario agreed on. Keys that are not listed are ignored. */
export const nativeResultSchema = z.object({
  startup: z.object({ ok: z.boolean(), error: z.string().nullish() }),
  startup_log: z.array(z.string()).default([]),
  order: z.enum(['exact', 'per-request', 'phase-set']),
  phases_stable: z.boolean().default(true),
  log: z.array(nativeLineSchema),
  responses: z.record(z.string(), nativeResponseSchema),
  elapsed_s: seconds.default(null),
  hops: z.record(z.string(), z.array(z.object({ kind: z.string(), what: z.string() }))).default({}),
  hops_stable: z.boolean().default(true),
  warnings: z.array(z.string()).default([]),
  django_log: z
    .array(
      z.object({
        logger: z.string(),
        level: z.string(),
        message: z.string(),
        exc: z.string().nullable(),
      }),
    )
    .default([]),
  loop_errors: z
    .array(z.object({ message: z.string(), exception: z.string().nullable().optional() }))
    .default([]),
});

export type NativeResult = z.infer<typeof nativeResultSchema>;

/** One disagreement, in words: `expected` is native Django's. */
export type Difference = { readonly what: string; readonly expected: string; readonly actual: string };

const ABSOLUTE_TOLERANCE_SECONDS = 0.06;
const RELATIVE_TOLERANCE = 0.15;

/** All disagreements between a run in the simulator and native Django; empty if they agree. */
export function compareWithNative(trace: Trace, native: NativeResult): readonly Difference[] {
  const startup = compareStartup(trace, native);
  if (startup.length > 0 || !native.startup.ok) return startup;
  return [
    ...compareOutcome(trace),
    ...compareLog(trace, native),
    ...compareResponses(trace, native),
    ...compareElapsed(trace, native),
    ...compareHops(trace, native),
    ...compareMessages(trace, native),
  ];
}

/** Keys of an expectation that this comparison does not know, so that none is passed over in silence. */
export function unknownKeys(expected: object): readonly string[] {
  const known = new Set([
    ...Object.keys(nativeResultSchema.shape),
    'same_lines_every_run',
    'elapsed_spread_s',
    'loop_max_block_s',
    'distinct_worker_threads_in_log',
    'hop_counts',
    'native_runs',
  ]);
  return Object.keys(expected).filter((key) => !known.has(key));
}

function differ(what: string, expected: unknown, actual: unknown): readonly Difference[] {
  const [left, right] = [JSON.stringify(expected), JSON.stringify(actual)];
  return left === right ? [] : [{ what, expected: left, actual: right }];
}

/** 'ValueError: boom': the class without its module, nothing after it where there is no text. */
const inWords = (error: string) =>
  inCommonWords(error)
    .replace(/^(?:\w+\.)+(?=\w+(?::|$))/, '')
    .replace(/: $/, '');

const isAbout = (error: { readonly type: string; readonly message: string }) =>
  inWords(`${error.type}: ${error.message}`);

function compareStartup(trace: Trace, native: NativeResult): readonly Difference[] {
  const failed = trace.outcome.kind === 'startup-error' ? isAbout(trace.outcome.error) : null;
  return [
    ...differ('start-up', native.startup.error ? inWords(native.startup.error) : null, failed),
    ...differ(
      'start-up log',
      native.startup_log,
      linesOf(trace)
        .filter((line) => line.startup)
        .map((line) => line.text),
    ),
  ];
}

/** A run that was ended from outside is never what native Django did. */
function compareOutcome(trace: Trace): readonly Difference[] {
  return differ('outcome', 'finished', trace.outcome.kind);
}

type Line = {
  readonly request: string;
  readonly text: string;
  readonly thread: string;
  readonly loop: string | null;
  readonly startup: boolean;
};

/** A script has no requests; what it does carries the first request's name in the expectations. */
const nameOfRequest = (trace: Trace, request: string | null) =>
  request ?? (trace.server === 'script' ? 'A' : '-');

/** Natively a temporary loop's thread gets its number when a line is first written there. */
function loopThreadNames(trace: Trace): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  const numbers = new Map<string | null, number>();
  const temporary = new Map(
    trace.threads
      .filter(({ kind }) => kind === 'temporary-loop')
      .map((thread) => [thread.id, thread.request]),
  );
  for (const { thread } of outputOf(trace, 'log')) {
    const request = temporary.get(thread);
    if (request === undefined || names.has(thread)) continue;
    const number = (numbers.get(request) ?? 0) + 1;
    numbers.set(request, number);
    names.set(thread, `x${number}`);
  }
  return names;
}

function linesOf(trace: Trace): readonly Line[] {
  const threads = new Map(trace.threads.map((thread) => [thread.id, thread]));
  const loopThreads = loopThreadNames(trace);
  return outputOf(trace, 'log').map((event) => ({
    request: nameOfRequest(trace, event.request),
    text: event.text,
    thread: loopThreads.get(event.thread) ?? threads.get(event.thread)?.name ?? '?',
    loop: event.loop,
    startup: threads.get(event.thread)?.kind === 'main' && event.request === null,
  }));
}

function outputOf(trace: Trace, stream: TraceEventOf<'output'>['stream']): readonly TraceEventOf<'output'>[] {
  return trace.events.filter((event) => event.kind === 'output').filter((event) => event.stream === stream);
}

const spoken = (line: Omit<Line, 'startup'>) =>
  `${line.request} ${inCommonWords(line.text)} [${line.thread}, ${line.loop ?? 'no loop'}]`;

function compareLog(trace: Trace, native: NativeResult): readonly Difference[] {
  const actual = linesOf(trace).filter((line) => !line.startup);
  const expected = native.log.map((line) => ({ ...line, request: line.r }));
  if (native.order === 'exact') return differ('log', expected.map(spoken), actual.map(spoken));
  const differences: Difference[] = [];
  if (native.order === 'per-request') {
    for (const request of new Set([...expected, ...actual].map((line) => line.request))) {
      const of = (lines: readonly Omit<Line, 'startup'>[]) =>
        lines.filter((line) => line.request === request).map(spoken);
      differences.push(...differ(`log of request ${request}`, of(expected), of(actual)));
    }
  }
  if (!native.phases_stable) return differences;
  let from = 0;
  for (const phase of [...new Set(native.log.map((line) => line.phase))].sort((a, b) => a - b)) {
    const lines = expected.filter((line) => line.phase === phase).map(spoken);
    const same = actual.slice(from, from + lines.length).map(spoken);
    differences.push(...differ(`log, phase ${phase}`, lines.sort(), same.sort()));
    from += lines.length;
  }
  return differences;
}

function compareResponses(trace: Trace, native: NativeResult): readonly Difference[] {
  const rows = new Map(trace.requests.map((request) => [request.id, request]));
  return Object.entries(native.responses).flatMap(([id, expected]) => {
    const row = rows.get(id);
    if (row === undefined) return differ(`request ${id}`, 'present', 'missing');
    const brokeDown = row.status === null && row.error !== null;
    const error = row.error === null ? null : isAbout(row.error);
    const start = row.responseStart === null ? null : row.responseStart / 1e6;
    return [
      ...differ(`status of ${id}`, expected.status, brokeDown ? 'server-500' : row.status),
      ...differ(`body of ${id}`, expected.body, expected.body === null ? null : row.body),
      ...differ(
        `server error of ${id}`,
        expected.server_error === null ? null : inWords(expected.server_error),
        error,
      ),
      ...differ(
        `writing after the disconnect of ${id}`,
        expected.wrote_after_disconnect,
        row.wroteAfterDisconnect,
      ),
      ...compareHeaders(id, expected.headers, row.headers),
      ...compareSeconds(`response start of ${id}`, expected.response_start_s, start),
    ];
  });
}

/** The expectations list the headers whose names begin with X-, and others that matter. */
function compareHeaders(
  id: string,
  expected: Readonly<Record<string, string>>,
  actual: readonly (readonly [string, string])[],
): readonly Difference[] {
  const listed = new Set(Object.keys(expected).map((name) => name.toLowerCase()));
  const relevant = actual.filter(([name]) => /^x-/i.test(name) || listed.has(name.toLowerCase()));
  const sorted = (headers: readonly (readonly [string, string])[]) =>
    headers.map(([name, value]) => `${name.toLowerCase()}: ${value}`).sort();
  return differ(`headers of ${id}`, sorted(Object.entries(expected)), sorted(relevant));
}

function compareSeconds(what: string, expected: number | null, actual: number | null): readonly Difference[] {
  if (expected === null || actual === null) return differ(what, expected, actual);
  const tolerance = Math.max(ABSOLUTE_TOLERANCE_SECONDS, RELATIVE_TOLERANCE * expected);
  return Math.abs(expected - actual) <= tolerance ? [] : differ(what, expected, actual);
}

function compareElapsed(trace: Trace, native: NativeResult): readonly Difference[] {
  if (native.elapsed_s === null || trace.requests.length === 0) return [];
  const last = Math.max(...trace.requests.map((request) => request.done ?? trace.duration));
  return compareSeconds('elapsed', native.elapsed_s, last / 1e6);
}

/**
 * Natively a crossing to a thread is seen where its function runs, one to the loop where its caller waits: in that
 * order they are listed, and one whose function nobody ever ran is none.
 */
function crossingsOf(trace: Trace): readonly TraceEventOf<'hop-submit'>[] {
  const begun = new Map(
    trace.events.flatMap((event) => (event.kind === 'hop-start' ? [[event.hop, event.seq]] : [])),
  );
  return trace.events
    .filter((event) => event.kind === 'hop-submit')
    .flatMap((event) => {
      const seen = event.via === 'async_to_sync' ? event.seq : begun.get(event.hop);
      return event.via === 'run_in_executor' || seen === undefined ? [] : [{ event, seen }];
    })
    .sort((a, b) => a.seen - b.seen)
    .map(({ event }) => event);
}

function compareHops(trace: Trace, native: NativeResult): readonly Difference[] {
  if (!native.hops_stable) return [];
  const hops = crossingsOf(trace).map((hop) => ({ ...hop, request: nameOfRequest(trace, hop.request) }));
  const ids = new Set([...Object.keys(native.hops), ...trace.requests.map((request) => request.id)]);
  return [...ids].flatMap((id) =>
    differ(
      `hops of ${id}`,
      (native.hops[id] ?? []).map((hop) => `${hop.kind} ${hop.what}`),
      hops.filter((event) => event.request === id).map((event) => `${event.via} ${event.what}`),
    ),
  );
}

function compareMessages(trace: Trace, native: NativeResult): readonly Difference[] {
  const warnings = trace.events.filter((event) => event.kind === 'warning');
  const [loopErrors, others] = [
    warnings.filter((event) => event.category === 'asyncio').map((event) => event.message),
    warnings
      .filter((event) => event.category !== 'asyncio')
      .map((event) => `${event.category}: ${event.message}`),
  ];
  return [
    ...differ(
      'warnings',
      native.warnings.filter((text) => !text.startsWith('ResourceWarning')).sort(),
      others.filter((text) => native.warnings.includes(text) || !isFinallyWarning(text)).sort(),
    ),
    ...compareLoopErrors(native, loopErrors),
    ...differ(
      "Django's log",
      native.django_log
        .map(({ level, logger, message, exc }) => recordInWords(`${level} ${logger}: ${message}`, exc))
        .sort(),
      outputOf(trace, 'django')
        .map(({ text }) => {
          const [record = '', ...error] = text.split('\n');
          return recordInWords(record, error.length === 0 ? null : error.join('\n'));
        })
        .sort(),
    ),
  ];
}

const recordInWords = (record: string, error: string | null) =>
  error === null ? inCommonWords(record) : `${inCommonWords(record)}\n${inWords(error)}`;

function compareLoopErrors(native: NativeResult, actual: readonly string[]): readonly Difference[] {
  const expected = native.loop_errors.map(({ message, exception }) =>
    exception ? `${message}: ${inWords(exception)}` : message,
  );
  const known = (text: string) => isLateShieldReport(text.replace(/: .*$/s, '')) && !expected.includes(text);
  return differ(
    'loop errors',
    expected.sort(),
    actual
      .filter((text) => !known(text))
      .map(inCommonWords)
      .sort(),
  );
}
