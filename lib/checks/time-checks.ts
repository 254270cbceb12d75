/** Checks over how long things took. Unless said otherwise, times are microseconds of virtual time. */
import { formatDuration } from '@/lib/trace/duration';
import type { RequestRow, Trace } from '@/lib/trace/schema';
import { type Check, everyStack, failed } from './check';
import { longestHold } from './evidence';
import { slug } from './words';

/** From `from` to `to`, both included. */
export type Span = { readonly from: number; readonly to: number };

const inside = (value: number, { from, to }: Span) => value >= from && value <= to;
const spanWords = ({ from, to }: Span) =>
  from === 0 ? `at most ${formatDuration(to)}` : `${formatDuration(from)} to ${formatDuration(to)}`;

/** The request has its whole response so long after its arrival. */
export function responseTakes(request: string, span: Span): Check {
  return everyStack(
    `response-takes-${slug(request)}`,
    `Request ${request} takes ${spanWords(span)}`,
    (trace) => {
      const { row, missing } = answered(trace, request);
      if (row === null) return failed(missing);
      const took = row.responseEnd - row.arrival;
      return inside(took, span) ? null : failed(`Request ${request} took ${formatDuration(took)}.`);
    },
    `Request ${request} took ${spanWords(span)}.`,
  );
}

/** The whole response to the request is there at such a time of the run's clock. */
export function responseEndsAt(request: string, span: Span): Check {
  const words = `between ${formatDuration(span.from)} and ${formatDuration(span.to)}`;
  return everyStack(
    `response-ends-${slug(request)}`,
    `The response to ${request} is complete ${words}`,
    (trace) => {
      const { row, missing } = answered(trace, request);
      if (row === null) return failed(missing);
      return inside(row.responseEnd, span)
        ? null
        : failed(`The response to ${request} was complete at ${formatDuration(row.responseEnd)}.`);
    },
    `The response to ${request} was complete ${words}.`,
  );
}

/** From the first arrival to the last response so much time passes. */
export function elapsedIs(span: Span): Check {
  return everyStack(
    'elapsed-is',
    `From the first arrival to the last response it takes ${spanWords(span)}`,
    (trace) => {
      const open = trace.requests.find(({ responseEnd }) => responseEnd === null);
      if (open !== undefined) return failed(`Request ${open.id} never got its whole response.`);
      const elapsed =
        Math.max(...trace.requests.map(({ responseEnd }) => responseEnd ?? 0)) -
        Math.min(...trace.requests.map(({ arrival }) => arrival));
      return inside(elapsed, span)
        ? null
        : failed(`From the first arrival to the last response it took ${formatDuration(elapsed)}.`);
    },
    `From the first arrival to the last response it took ${spanWords(span)}.`,
  );
}

/** The longest stretch for which somebody held the loop is so long. */
export function longestHoldIs(span: Span): Check {
  return everyStack(
    'longest-hold-is',
    `The longest hold of the loop lasts ${spanWords(span)}`,
    (trace) => {
      const length = longestHold(trace)?.length ?? 0;
      return inside(length, span)
        ? null
        : failed(`The longest hold of the loop lasted ${formatDuration(length)}.`);
    },
    `The longest hold of the loop lasted ${spanWords(span)}.`,
  );
}

type Answered = RequestRow & { readonly responseEnd: number };

/** The request, if its whole response came; else why that cannot be measured. */
function answered(
  trace: Trace,
  request: string,
): { readonly row: Answered | null; readonly missing: string } {
  const row = trace.requests.find(({ id }) => id === request);
  if (row === undefined) return { row: null, missing: `There is no request ${request}.` };
  const { responseEnd } = row;
  if (responseEnd === null) {
    return { row: null, missing: `Request ${request} never got its whole response.` };
  }
  return { row: { ...row, responseEnd }, missing: '' };
}
