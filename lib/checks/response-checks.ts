/** Checks over what the client got back. */

import { loggedError } from '@/lib/trace/django-log';
import { formatDuration, list } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';
import type { RequestRow, Trace } from '@/lib/trace/schema';
import { type Check, everyStack, type Failed, failed } from './check';
import { headerOf, placeOfFrame } from './evidence';
import { counted, errorWords, slug } from './words';

/** Every request is answered with this status. */
export function allStatuses(status: number): Check {
  return everyStack(
    `all-${status}`,
    `Every request is answered with ${status}`,
    (trace) => firstFailure(trace, (request) => wrongStatus(trace, request, status)),
    `Every request was answered with ${status}.`,
  );
}

/** These requests are answered with these statuses: `{ A: 200, B: 504 }`. */
export function statuses(expected: Readonly<Record<string, number>>): Check {
  const words = list(Object.entries(expected).map(([request, status]) => `${request} with ${status}`));
  return everyStack(
    'statuses',
    `Django answers ${words}`,
    (trace) =>
      firstFailure(trace, (request) => {
        const status = expected[request.id];
        return status === undefined ? null : wrongStatus(trace, request, status);
      }),
    `Django answered ${words}.`,
  );
}

/** Exactly `count` requests are answered with this status, whichever they are. */
export function statusCount(status: number, count: number): Check {
  return everyStack(
    `exactly-${count}-with-${status}`,
    `Exactly ${count} of the requests are answered with ${status}`,
    (trace) => {
      const found = trace.requests.filter((request) => request.status === status).map(({ id }) => id);
      if (found.length === count) return null;
      return failed(
        found.length === 0
          ? `No request was answered with ${status}.`
          : `${found.length} were answered with ${status}: ${list(found)}.`,
      );
    },
    `Exactly ${count} were answered with ${status}.`,
  );
}

/** The response of every request (or of those named) carries the header. */
export function headerPresent(name: string, requests?: readonly string[]): Check {
  const which = requests === undefined ? 'Every response' : `The response to ${list(requests)}`;
  return everyStack(
    `header-${slug(name)}`,
    `${which} carries \`${name}\``,
    (trace) =>
      firstFailure(trace, (request) => {
        if (requests !== undefined && !requests.includes(request.id)) return null;
        return headerOf(request, name) === null ? missingHeader(trace, request, name) : null;
      }),
    `${which} carried \`${name}\`.`,
  );
}

/** The header of each named request has this value, or is not sent where that is null: `{ A: 'id0', B: null }`. */
export function headerEquals(name: string, expected: Readonly<Record<string, string | null>>): Check {
  return everyStack(
    `header-${slug(name)}-value`,
    `\`${name}\` is ${list(
      Object.entries(expected).map(([id, value]) =>
        value === null ? `absent for ${id}` : `\`${value}\` for ${id}`,
      ),
    )}`,
    (trace) =>
      firstFailure(trace, (request) => {
        const wanted = expected[request.id];
        if (wanted === undefined) return null;
        const value = headerOf(request, name);
        if (value === wanted) return null;
        if (value === null) return missingHeader(trace, request, name);
        const instead = wanted === null ? 'which it should not' : `not \`${wanted}\``;
        return failed(`Request ${request.id} got \`${name}: ${value}\`, ${instead}.`);
      }),
    `\`${name}\` had the value asked for.`,
  );
}

/** No two responses carry the same value of the header. */
export function headersAllDifferent(name: string): Check {
  return everyStack(
    `header-${slug(name)}-different`,
    `\`${name}\` differs from request to request`,
    (trace) => {
      const owners = new Map<string, string>();
      return firstFailure(trace, (request) => {
        const value = headerOf(request, name);
        if (value === null) return missingHeader(trace, request, name);
        const owner = owners.get(value);
        owners.set(value, request.id);
        return owner === undefined
          ? null
          : failed(`Requests ${owner} and ${request.id} both got \`${name}: ${value}\`.`);
      });
    },
    `Every response had its own \`${name}\`.`,
  );
}

/** The body of every response is exactly this text. */
export function bodyEquals(text: string): Check {
  return everyStack(
    'body',
    `Every response has the body \`${text}\``,
    (trace) =>
      firstFailure(trace, (request) =>
        request.body === text
          ? null
          : failed(`Request ${request.id} got the body \`${request.body.slice(0, 80)}\`.`),
      ),
    `Every response had the body \`${text}\`.`,
  );
}

/** The body of each named request is exactly this text: `{ A: 'ok' }`. */
export function bodies(expected: Readonly<Record<string, string>>): Check {
  const words = list(Object.entries(expected).map(([request, body]) => `\`${body}\` for ${request}`));
  return everyStack(
    'bodies',
    `The body is ${words}`,
    (trace) =>
      firstFailure(trace, (request) => {
        const wanted = expected[request.id];
        if (wanted === undefined || request.body === wanted) return null;
        return failed(`Request ${request.id} got the body \`${request.body.slice(0, 80)}\`.`);
      }),
    `The body was ${words}.`,
  );
}

/** The body of every response leaves in exactly this many pieces. */
export function pieceCount(count: number): Check {
  return everyStack(
    `${count}-pieces`,
    `Every body leaves in ${counted(count, 'piece')}`,
    (trace) =>
      firstFailure(trace, (request) => {
        const pieces = piecesOf(request);
        return pieces.length === count
          ? null
          : failed(`The body of request ${request.id} left in ${counted(pieces.length, 'piece')}.`);
      }),
    `Every body left in ${counted(count, 'piece')}.`,
  );
}

/** The pieces of every body leave at the latest so many microseconds after the request's arrival, one by one. */
export function piecesLeaveBy(limits: readonly number[]): Check {
  const words = list(limits.map((limit) => formatDuration(limit)));
  return everyStack(
    'pieces-leave-in-time',
    `The pieces leave within ${words} of the arrival, one after the other`,
    (trace) =>
      firstFailure(trace, (request) => {
        const pieces = piecesOf(request);
        for (const [index, limit] of limits.entries()) {
          const left = pieces[index];
          if (left === undefined) {
            return failed(
              index === 0
                ? `Not one piece of the body of request ${request.id} left.`
                : `The body of request ${request.id} ended after ${counted(index, 'piece')}.`,
            );
          }
          if (left - request.arrival > limit) {
            return failed(
              `Piece ${index + 1} of the body of request ${request.id} left after ${formatDuration(left - request.arrival)}.`,
            );
          }
        }
        return null;
      }),
    `The pieces left within ${words}.`,
  );
}

/** Each request has its whole response within this many microseconds of its arrival. */
export function answeredWithin(limit: number): Check {
  return everyStack(
    'answered-within',
    `Each request is answered within ${formatDuration(limit)}`,
    (trace) =>
      firstFailure(trace, (request) => {
        if (request.responseEnd === null) return unanswered(trace, request);
        const waited = request.responseEnd - request.arrival;
        return waited <= limit
          ? null
          : failed(`Request ${request.id} waited ${formatDuration(waited)} for its response.`);
      }),
    `Each request was answered within ${formatDuration(limit)}.`,
  );
}

/** When each piece of the body left, in microseconds; the empty message that ends a stream is none. */
function piecesOf(request: RequestRow): readonly number[] {
  return request.chunks.filter(([, size]) => size > 0).map(([t]) => t);
}

function firstFailure(trace: Trace, judge: (request: RequestRow) => Failed | null): Failed | null {
  for (const request of trace.requests) {
    const failure = judge(request);
    if (failure !== null) return failure;
  }
  return null;
}

function wrongStatus(trace: Trace, request: RequestRow, status: number): Failed | null {
  if (request.status === status) return null;
  if (request.status === null) return unanswered(trace, request);
  const raised = lastException(trace, request.id);
  return failed(
    `Request ${request.id} was answered with ${request.status}${raised === null ? '' : ` after \`${raised.words}\``}.`,
    raised ?? {},
  );
}

function missingHeader(trace: Trace, request: RequestRow, name: string): Failed {
  if (request.status === null) return unanswered(trace, request);
  const raised = lastException(trace, request.id);
  return failed(
    `The response to ${request.id} (${request.status}) has no \`${name}\`${raised === null ? '' : `; before it, \`${raised.words}\` was raised`}.`,
    raised ?? {},
  );
}

function unanswered(trace: Trace, request: RequestRow): Failed {
  const { error } = request;
  if (error === null) return failed(`Request ${request.id} never got a response.`);
  const own = error.frames.findLast(({ origin }) => origin === 'learner');
  return failed(
    `Request ${request.id} got no response from Django: \`${errorWords(error)}\` escaped to the server.`,
    own === undefined
      ? (lastException(trace, request.id) ?? {})
      : { place: { file: own.file, line: own.line } },
  );
}

/** The exception behind a response: Django's log knows those that only its own code saw. */
function lastException(trace: Trace, request: string) {
  const event = eventsOf(trace, 'exception').findLast((candidate) => candidate.request === request);
  const error = loggedError(trace, request) ?? event;
  if (error === undefined) return null;
  return {
    words: errorWords(error),
    place: placeOfFrame(trace, event?.frame ?? null),
    event: event?.seq ?? null,
  };
}
