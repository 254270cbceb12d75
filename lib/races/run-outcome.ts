/**
 * What a run came to, as those who sent its requests and read its log see it: the same in two orders unless there is
 * a race. When things happened is no part of it.
 */
import type { Trace } from '@/lib/trace/schema';

/** What was observed, by what it is: 'the body of request A' is 'ok'. */
export type RunOutcome = ReadonlyMap<string, string>;

export type OutcomeDifference = {
  /** 'the body of request A' */
  readonly what: string;
  /** Null where there was nothing of the kind. */
  readonly usual: string | null;
  readonly other: string | null;
};

/** These tell when or to whom an answer was given rather than what was answered. */
const PASSING_HEADERS = new Set(['date', 'expires', 'last-modified', 'etag', 'set-cookie', 'content-length']);

/** A measured time in a text, such as 12.5 ms: another order takes another time, which is no race. */
const MEASURED = /\d+(\.\d+)?(?=\s?(ms|µs|us|s|seconds|milliseconds)\b)/g;

const NOTHING_SHOWN = 'nothing';
/** Longer texts are cut where they stand in a sentence, in characters. */
const QUOTED = 60;

/** Statuses, bodies, headers, errors and printed lines of a run, and how it ended. */
export function outcomeOf(trace: Trace): RunOutcome {
  const outcome = new Map<string, string>();
  const ending = trace.outcome;
  outcome.set('the end of the run', 'message' in ending ? `${ending.kind}: ${ending.message}` : ending.kind);
  for (const { id, status, headers, body, error } of trace.requests) {
    outcome.set(`the status of request ${id}`, status === null ? 'no response' : String(status));
    outcome.set(`the body of request ${id}`, unmeasured(body));
    for (const [name, value] of headers.filter(([header]) => !PASSING_HEADERS.has(header.toLowerCase()))) {
      const what = `the header ${name} of request ${id}`;
      const earlier = outcome.get(what);
      outcome.set(what, earlier === undefined ? unmeasured(value) : `${earlier}, ${unmeasured(value)}`);
    }
    if (error !== null) outcome.set(`the error of request ${id}`, `${error.type}: ${error.message}`);
  }
  for (const [request, lines] of printedLines(trace)) {
    const what =
      request === null ? 'what was printed outside of requests' : `what request ${request} printed`;
    outcome.set(what, lines.toSorted().join('\n'));
  }
  return outcome;
}

const unmeasured = (text: string): string => text.replaceAll(MEASURED, '…');

/** What each request printed and logged; in which order is no part of the outcome. */
function printedLines({ events }: Trace): ReadonlyMap<string | null, readonly string[]> {
  const lines = new Map<string | null, string[]>();
  for (const event of events) {
    if (event.kind !== 'output') continue;
    const own = lines.get(event.request) ?? [];
    own.push(unmeasured(event.text));
    lines.set(event.request, own);
  }
  return lines;
}

/** Where two outcomes part; empty where they are the same. */
export function differencesBetween(usual: RunOutcome, other: RunOutcome): readonly OutcomeDifference[] {
  return [...new Set([...usual.keys(), ...other.keys()])]
    .filter((what) => usual.get(what) !== other.get(what))
    .map((what) => ({ what, usual: usual.get(what) ?? null, other: other.get(what) ?? null }));
}

/** One difference in words: 'the body of request C is “10” in the usual order and “20” in order 3'. */
export function differenceWords({ what, usual, other }: OutcomeDifference, order: number): string {
  return `${what} is ${quoted(usual)} in the usual order and ${quoted(other)} in order ${order}`;
}

function quoted(text: string | null): string {
  if (text === null || text === '') return NOTHING_SHOWN;
  return `“${text.length > QUOTED ? `${text.slice(0, QUOTED)}…` : text}”`;
}
