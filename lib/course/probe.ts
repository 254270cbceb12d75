/**
 * A probe: one fact of a run, as an author writes it down in JSON. It is judged by the same checks as an
 * exercise, so a question's right answers and an experiment's claim are read from what the run did.
 */
import { z } from 'zod';
import {
  bodies,
  type Check,
  doesNotStart,
  elapsedIs,
  errorEscapes,
  errorSeen,
  failed,
  headerEquals,
  hopsExactly,
  layerMode,
  loggedOn,
  longestHoldIs,
  neverLogged,
  passed,
  ranIn,
  requestCancelled,
  requestIs,
  requestsOverlap,
  responseEndsAt,
  responseTakes,
  runLogs,
  runLogsInOrder,
  type Span,
  startsUp,
  statuses,
  type Verdict,
  warns,
  workerThreadsExactly,
} from '@/lib/checks';
import type { Trace } from '@/lib/trace/schema';
import { STATES } from '@/lib/trace/timeline';

const text = z.string().min(1);
const request = z.string().min(1).describe("A request's id: 'A'");
const count = z.int().nonnegative();
const seconds = z.number().nonnegative();
const span = z
  .tuple([seconds, seconds])
  .refine(([from, to]) => from <= to, { message: 'the first time may not be later than the second' })
  .describe('From and to, in seconds, both included');

/** What a request may be doing; 'not-arrived' before it comes. */
export const doingSchema = z.enum([...STATES, 'not-arrived']);

const facts = z.object({
  startsUp: z.literal(true),
  doesNotStart: text.describe('Text in the error'),
  statuses: z.record(request, z.int()).describe('Every named request is answered so'),
  escapes: text.describe('Text in an error that left Django for the server'),
  body: z.record(request, z.string()),
  header: z.strictObject({ name: text, values: z.record(request, z.string().nullable()) }),
  logged: z
    .strictObject({ text, times: count, request: request.optional() })
    .describe('So often in the whole run, or by that request'),
  neverLogged: text,
  loggedInOrder: z
    .union([z.array(text).min(2), z.strictObject({ texts: z.array(text).min(2), request })])
    .describe('In the whole run, or by that request; other lines may stand between'),
  loggedOn: z.strictObject({ thread: text, texts: z.array(text).min(1) }),
  hops: z
    .strictObject({ request: request.optional(), toThread: count, toLoop: count })
    .describe('Of every request where none is named; Django’s own are not counted'),
  ranIn: z.strictObject({ layer: text, thread: text }),
  mode: z.strictObject({ layer: text, is: z.enum(['sync', 'async']) }),
  answeredWithin: z
    .strictObject({ request, seconds: span })
    .describe('From its arrival to its response’s end'),
  endsAt: z.strictObject({ request, seconds: span }).describe('The response’s end, on the clock'),
  elapsed: span.describe('From the first arrival to the last response'),
  longestHold: span.describe('Of the loop'),
  overlap: z.literal(true),
  warning: text,
  stateAt: z.strictObject({ request, at: seconds, is: doingSchema }),
  workerThreads: count.describe('Threads beside the loop’s in which learner code ran'),
  cancelled: z.strictObject({ request }),
  stoppedByError: text.describe('Text in any error of the run, whoever saw it'),
});

type Facts = z.output<typeof facts>;
type Fact = keyof Facts;

type Stated = { readonly [Name in Fact]?: Facts[Name] | undefined };

export type Probe = Stated & {
  /** The example whose run is meant, where it is not the only one. */
  readonly run?: string | undefined;
  readonly not?: Probe | undefined;
};

export const probeSchema: z.ZodType<Probe> = z
  .strictObject({
    ...facts.partial().shape,
    run: z.string().optional(),
    get not() {
      return probeSchema.optional();
    },
  })
  .refine((probe) => Object.keys(probe).filter((key) => key !== 'run').length === 1, {
    message: 'a probe states exactly one fact',
  });

const microseconds = (value: number) => Math.round(value * 1_000_000);
const spanOf = ([from, to]: readonly [number, number]): Span => ({
  from: microseconds(from),
  to: microseconds(to),
});

const CHECKS: { readonly [Name in Fact]: (value: Facts[Name]) => Check } = {
  startsUp: () => startsUp(),
  doesNotStart,
  statuses,
  escapes: errorEscapes,
  body: bodies,
  header: ({ name, values }) => headerEquals(name, values),
  logged: ({ text: line, times, request: by }) => runLogs(line, times, by),
  neverLogged,
  loggedInOrder: (order) =>
    'texts' in order ? runLogsInOrder(order.texts, order.request) : runLogsInOrder(order),
  loggedOn: ({ thread, texts }) => loggedOn(thread, texts),
  hops: ({ request: only, ...expected }) => hopsExactly(expected, only),
  ranIn: ({ layer, thread }) => ranIn(thread, layer),
  mode: ({ layer, is }) => layerMode(layer, is),
  answeredWithin: (of) => responseTakes(of.request, spanOf(of.seconds)),
  endsAt: (of) => responseEndsAt(of.request, spanOf(of.seconds)),
  elapsed: (within) => elapsedIs(spanOf(within)),
  longestHold: (within) => longestHoldIs(spanOf(within)),
  overlap: requestsOverlap,
  warning: warns,
  stateAt: (of) => requestIs(of.request, microseconds(of.at), of.is),
  workerThreads: workerThreadsExactly,
  cancelled: (of) => requestCancelled(of.request),
  stoppedByError: errorSeen,
};

/** Whether the run is as the probe says; a verdict that fails says what the run did instead. */
export function judgeProbe(probe: Probe, trace: Trace): Verdict {
  const request = requestsOf(probe).find((id) => trace.requests.every((row) => row.id !== id));
  if (request !== undefined) return failed(`The run has no request ${request}.`);
  const layer = layersOf(probe).find((name) => trace.layers.every((row) => row.name !== name));
  if (layer !== undefined) return failed(`The run has no layer ${layer}.`);
  if (probe.not !== undefined) return opposite(probe.not, trace);
  for (const fact of facts.keyof().options) {
    const check = checkOf(fact, probe);
    if (check !== null) return check.judge([trace]);
  }
  // The schema asks for exactly one fact.
  throw new Error('A probe without a fact.');
}

function checkOf<Name extends Fact>(fact: Name, probe: Stated): Check | null {
  const value: Facts[Name] | undefined = probe[fact];
  return value === undefined ? null : CHECKS[fact](value);
}

/** Nothing is shown by a run that never started, unless the probe is about its start. */
function opposite(probe: Probe, trace: Trace): Verdict {
  const verdict = judgeProbe(probe, trace);
  if (verdict.passed) return failed(verdict.message);
  const aboutStart = (['startsUp', 'doesNotStart', 'stoppedByError'] as const).some((fact) => fact in probe);
  return trace.outcome.kind === 'startup-error' && !aboutStart ? verdict : passed(verdict.message);
}

/** Requests that a probe names: a misspelt one would make it true of nothing. */
function requestsOf(probe: Probe): readonly string[] {
  const { statuses: answers, body, header, logged, loggedInOrder, hops } = probe;
  const named = [logged, hops, probe.answeredWithin, probe.endsAt, probe.stateAt, probe.cancelled];
  return [
    ...named.flatMap((of) => of?.request ?? []),
    ...(loggedInOrder !== undefined && 'texts' in loggedInOrder ? [loggedInOrder.request] : []),
    ...Object.keys({ ...answers, ...body, ...header?.values }),
    ...(probe.not === undefined ? [] : requestsOf(probe.not)),
  ];
}

/** Layers that a probe names, for the same reason. */
function layersOf(probe: Probe): readonly string[] {
  const own = [probe.ranIn, probe.mode].flatMap((of) => of?.layer ?? []);
  return probe.not === undefined ? own : [...own, ...layersOf(probe.not)];
}
