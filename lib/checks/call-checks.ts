/**
 * Checks over a blocking call that an exercise prescribes: that it is made, as it was, and in time.
 * The call announces itself with a logged line and then keeps its thread.
 */
import { formatDuration } from '@/lib/trace/duration';
import type { Trace } from '@/lib/trace/schema';
import { type Check, everyStack, failed } from './check';
import { at, type LoggedLine, loggedLines } from './evidence';
import { counted, slug, times } from './words';

/** One call, and when it gave its thread back; null if it never kept one. Microseconds. */
type Call = { readonly line: LoggedLine; readonly length: number; readonly end: number | null };

/** The calls that log `text`, in order. Each ends with the block that follows the line on its thread. */
function callsOf(trace: Trace, text: string): readonly Call[] {
  const lines = loggedLines(trace).filter((line) => line.text === text);
  return lines.map((line) => {
    const { seq, thread } = line.event;
    const next = lines.find((other) => other.event.thread === thread && other.event.seq > seq);
    const within = trace.events.filter(
      (event) => event.thread === thread && event.seq > seq && event.seq < (next?.event.seq ?? Infinity),
    );
    const begin = within.find(({ kind }) => kind === 'block-begin');
    if (begin === undefined) return { line, length: 0, end: null };
    const end = within.find(({ kind, seq: later }) => kind === 'block-end' && later > begin.seq);
    return { line, length: (end?.t ?? trace.duration) - begin.t, end: end?.t ?? null };
  });
}

/** The call that logs `text` is made once for each request, whichever thread or task makes it. */
export function calledForEachRequest(text: string): Check {
  return everyStack(
    `called-${slug(text)}`,
    `“${text}” is logged once for each request`,
    (trace) => {
      const calls = callsOf(trace, text);
      if (calls.length === trace.requests.length) return null;
      const last = calls.at(-1);
      return failed(
        calls.length === 0
          ? `“${text}” was never logged.`
          : `“${text}” was logged ${times(calls.length)} for ${counted(trace.requests.length, 'request')}.`,
        last === undefined ? {} : at(trace, last.line.event),
      );
    },
    `“${text}” was logged once for each request.`,
  );
}

/** Each call that logs `text` keeps its thread for `length` microseconds at least: nobody changed it. */
export function callBlocksFor(text: string, length: number): Check {
  return everyStack(
    `unchanged-${slug(text)}`,
    `The call that logs “${text}” blocks for ${formatDuration(length)}, as it did`,
    (trace) => {
      const changed = callsOf(trace, text).find((call) => call.length < length);
      if (changed === undefined) return null;
      return failed(
        changed.length === 0
          ? `After “${text}”, nothing blocked: the call itself was changed.`
          : `After “${text}”, its thread was blocked for ${formatDuration(changed.length)} only.`,
        at(trace, changed.line.event),
      );
    },
    `The call blocked for ${formatDuration(length)} each time, as it did.`,
  );
}

/** No response leaves before as many calls are over as responses have left. */
export function callsEndBeforeResponses(text: string): Check {
  return everyStack(
    `before-response-${slug(text)}`,
    `The call that logs “${text}” is over before its response goes out`,
    (trace) => {
      const ends = callsOf(trace, text).flatMap(({ end }) => (end === null ? [] : [end]));
      const responses = trace.events.filter(({ kind }) => kind === 'response-start');
      for (const [before, response] of responses.entries()) {
        if (ends.filter((end) => end <= response.t).length > before) continue;
        return failed(
          `The response to ${response.request ?? '?'} went out at ${formatDuration(response.t)}; the call behind “${text}” was not over by then.`,
          at(trace, response),
        );
      }
      return null;
    },
    'Every call was over before its response went out.',
  );
}
