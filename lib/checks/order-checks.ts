/** Checks over what the code logged: what, how often, in which order, and where. */
import { list } from '@/lib/trace/duration';
import type { Trace } from '@/lib/trace/schema';
import { type Check, everyStack, failed } from './check';
import { at, type LoggedLine, loggedLines, threadOf } from './evidence';
import { slug, times } from './words';

const quoted = (text: string) => `“${text}”`;

/** 'never logged “view”', 'logged “view” twice'. */
const loggedWords = (text: string, count: number) =>
  count === 0 ? `never logged ${quoted(text)}` : `logged ${quoted(text)} ${times(count)}`;

/** Each request logs these lines in this order; other lines may stand between them. */
export function loggedInOrder(texts: readonly string[]): Check {
  const words = list(texts.map(quoted));
  return everyStack(
    `order-${slug(texts.join(' '))}`,
    `Each request logs ${words}, in this order`,
    (trace) => {
      for (const request of trace.requests) {
        const lines = loggedLines(trace).filter(({ event }) => event.request === request.id);
        let from = 0;
        for (const text of texts) {
          const found = lines.findIndex((line, index) => index >= from && line.text === text);
          if (found >= 0) {
            from = found + 1;
            continue;
          }
          const early = lines.find((line) => line.text === text);
          return failed(
            `Request ${request.id} logged ${linesInWords(lines)}: ${quoted(text)} ${early === undefined ? 'is missing' : 'came too early'}.`,
            early === undefined ? {} : at(trace, early.event),
          );
        }
      }
      return null;
    },
    `Each request logged ${words}, in this order.`,
  );
}

/** The run's lines come in this order, whichever requests log them; other lines may stand between them. */
export function runLogsInOrder(texts: readonly string[], request?: string): Check {
  const who = request === undefined ? 'The run' : `Request ${request}`;
  const words = list(texts.map(quoted));
  return everyStack(
    `run-order-${slug(texts.join(' '))}`,
    `${who} logs ${words}, in this order`,
    (trace) => {
      const lines = linesOf(trace, request);
      let from = 0;
      for (const text of texts) {
        const found = lines.findIndex((line, index) => index >= from && line.text === text);
        if (found < 0) return failed(`${who} logged ${linesInWords(lines)}: not in this order.`);
        from = found + 1;
      }
      return null;
    },
    `${who} logged ${words}, in this order.`,
  );
}

/** The whole run (or the request that is named) logs this line exactly `count` times. */
export function runLogs(text: string, count: number, request?: string): Check {
  const who = request === undefined ? 'The run' : `Request ${request}`;
  return everyStack(
    `run-logs-${slug(text)}`,
    `${who} logs ${quoted(text)} ${times(count)}`,
    (trace) => {
      const lines = linesOf(trace, request).filter((line) => line.text === text);
      return lines.length === count ? null : failed(`${who} ${loggedWords(text, lines.length)}.`);
    },
    `${who} logged ${quoted(text)} ${times(count)}.`,
  );
}

function linesOf(trace: Trace, request: string | undefined): readonly LoggedLine[] {
  return loggedLines(trace).filter(({ event }) => request === undefined || event.request === request);
}

function linesInWords(lines: readonly LoggedLine[]): string {
  return lines.length === 0 ? 'nothing' : list(lines.map(({ text }) => quoted(text)));
}

/** Each request logs this line exactly `count` times (once, if not said). */
export function logged(text: string, count = 1): Check {
  return everyStack(
    `logged-${slug(text)}`,
    `Each request logs ${quoted(text)} ${count === 1 ? 'exactly once' : times(count)}`,
    (trace) => {
      for (const request of trace.requests) {
        const lines = loggedLines(trace).filter(
          (line) => line.event.request === request.id && line.text === text,
        );
        if (lines.length === count) continue;
        const last = lines.at(-1);
        return failed(
          `Request ${request.id} ${loggedWords(text, lines.length)}.`,
          last === undefined ? {} : at(trace, last.event),
        );
      }
      return null;
    },
    `Each request logged ${quoted(text)} ${times(count)}.`,
  );
}

/** The same as `logged(text, 1)`. */
export function loggedOnce(text: string): Check {
  return logged(text, 1);
}

/** This one request logs this line, at least once. */
export function loggedBy(request: string, text: string): Check {
  return everyStack(
    `${slug(request)}-logs-${slug(text)}`,
    `Request ${request} logs ${quoted(text)}`,
    (trace) => {
      const lines = loggedLines(trace).filter(({ event }) => event.request === request);
      if (lines.some((line) => line.text === text)) return null;
      const last = lines.at(-1);
      return last === undefined
        ? failed(`Request ${request} logged nothing.`)
        : failed(
            `Request ${request} did not log ${quoted(text)}, only ${list(lines.map((line) => quoted(line.text)))}.`,
            at(trace, last.event),
          );
    },
    `Request ${request} logged ${quoted(text)}.`,
  );
}

/** The line is never logged. */
export function neverLogged(text: string): Check {
  return everyStack(
    `never-logged-${slug(text)}`,
    `Nothing logs ${quoted(text)}`,
    (trace) => {
      const line = loggedLines(trace).find((candidate) => candidate.text === text);
      return line === undefined
        ? null
        : failed(
            `${line.event.request === null ? 'The code' : `Request ${line.event.request}`} logged ${quoted(text)}.`,
            at(trace, line.event),
          );
    },
    `${quoted(text)} was not logged.`,
  );
}

/** Wherever one of these lines is logged, it is logged on that thread; each is logged at least once. */
export function loggedOn(thread: string, texts: readonly string[]): Check {
  const words = list(texts.map(quoted));
  const where = thread === 'loop' ? "the loop's thread" : `thread \`${thread}\``;
  return everyStack(
    `logged-on-${slug(thread)}`,
    `${words} ${texts.length === 1 ? 'is' : 'are'} logged on ${where}`,
    (trace) => {
      for (const text of texts) {
        const lines = loggedLines(trace).filter((line) => line.text === text);
        if (lines.length === 0) return failed(`${quoted(text)} was never logged.`);
        const away = lines.find(({ event }) => threadOf(trace, event)?.name !== thread);
        if (away === undefined) continue;
        const found = threadOf(trace, away.event)?.name ?? 'another thread';
        return failed(
          `Request ${away.event.request ?? '?'} logged ${quoted(text)} on \`${found}\`, not on ${where}.`,
          at(trace, away.event),
        );
      }
      return null;
    },
    `${words} ${texts.length === 1 ? 'was' : 'were'} logged on ${where}.`,
  );
}
