/** Checks over a run as a whole: it starts, it ends, nothing is left behind. */

import { loggedError } from '@/lib/trace/django-log';
import { list } from '@/lib/trace/duration';
import { eventsOf } from '@/lib/trace/events';
import type { Trace } from '@/lib/trace/schema';
import { type Check, everyStack, failed, inStack, passed } from './check';
import { at, placeOfFrame } from './evidence';
import { errorWords, slug } from './words';

/** Django builds every stack without an error. */
export function startsUp(): Check {
  return {
    id: 'starts-up',
    title: 'Django starts with this stack',
    judge(traces) {
      for (const [stack, { outcome }] of traces.entries()) {
        if (outcome.kind !== 'startup-error') continue;
        const own = outcome.error.frames.findLast(({ origin }) => origin === 'learner');
        return failed(`Django did not start: \`${errorWords(outcome.error)}\`.`, {
          place: own === undefined ? null : { file: own.file, line: own.line },
          stack,
        });
      }
      return passed('Django started.');
    },
  };
}

/** Django refuses to build the stack, with an error that contains the text. */
export function doesNotStart(containing: string): Check {
  return {
    id: 'does-not-start',
    title: `Django does not start: “${containing}”`,
    judge(traces) {
      for (const [stack, { outcome }] of traces.entries()) {
        if (outcome.kind !== 'startup-error') return failed('Django started.', { stack });
        const words = errorWords(outcome.error);
        if (!words.includes(containing)) return failed(`Django did not start: \`${words}\`.`, { stack });
      }
      return passed('Django did not start.');
    },
  };
}

/** The run comes to its end: no deadlock, no limit, no `sys.exit`. */
export function runsToTheEnd(): Check {
  return everyStack(
    'runs-to-the-end',
    'Every request comes to its end',
    (trace) => {
      const { outcome } = trace;
      if (outcome.kind === 'deadlock') {
        const first = outcome.waiting[0];
        const who = list(outcome.waiting.map(({ request, what }) => `${request ?? 'a task'} (${what})`));
        return failed(`Nothing could go on any more. Still waiting: ${who}.`, {
          place: placeOfFrame(trace, first?.frame ?? null),
        });
      }
      if (outcome.kind === 'limit' || outcome.kind === 'exit') {
        return failed(`The run was ended early: ${outcome.message}`, {
          place: placeOfFrame(trace, outcome.frame),
        });
      }
      return null;
    },
    'Every request came to its end.',
  );
}

/**
 * Python gives no warning, such as `coroutine ... was never awaited`. With `containing`, only warnings
 * that contain that text count.
 */
export function noWarning(containing = ''): Check {
  return everyStack(
    'no-warning',
    containing === '' ? 'Python has nothing to warn about' : `Python does not warn “${containing}”`,
    (trace) => {
      const warning = eventsOf(trace, 'warning').find((event) => event.message.includes(containing));
      return warning === undefined
        ? null
        : failed(
            `Python warned: \`${errorWords({ type: warning.category, message: warning.message })}\`.`,
            at(trace, warning),
          );
    },
    'Python had nothing to warn about.',
  );
}

/**
 * No exception leaves Django for the server, where no layer could see it. With `type`, only exceptions of
 * that name count.
 */
export function nothingEscapes(type?: string): Check {
  const kind = type === undefined ? 'exception' : `\`${type}\``;
  return everyStack(
    type === undefined ? 'nothing-escapes' : `no-${slug(type)}-escapes`,
    `No ${kind} escapes from Django to the server`,
    (trace) => {
      const request = trace.requests.find(
        ({ error }) => error !== null && (type === undefined || error.type === type),
      );
      if (request?.error == null) return null;
      const own = request.error.frames.findLast(({ origin }) => origin === 'learner');
      return failed(
        `Request ${request.id} ended in \`${errorWords(request.error)}\`, which no layer could see.`,
        { place: own === undefined ? null : { file: own.file, line: own.line } },
      );
    },
    `No ${kind} reached the server.`,
  );
}

/** Python gives a warning that contains the text. */
export function warns(containing: string): Check {
  return everyStack(
    'warns',
    `Python warns “${containing}”`,
    (trace) => {
      const warnings = eventsOf(trace, 'warning').map(({ message }) => message);
      if (warnings.some((message) => message.includes(containing))) return null;
      return failed(
        warnings.length === 0
          ? 'Python had nothing to warn about.'
          : `Python warned: ${list(warnings.map((message) => `\`${message}\``))}.`,
      );
    },
    `Python warned “${containing}”.`,
  );
}

/** An exception that contains the text leaves Django for the server. */
export function errorEscapes(containing: string): Check {
  return everyStack(
    'error-escapes',
    `“${containing}” escapes from Django to the server`,
    (trace) => {
      const escaped = trace.requests.flatMap(({ error }) => (error === null ? [] : [errorWords(error)]));
      if (escaped.some((words) => words.includes(containing))) return null;
      return failed(
        escaped.length === 0
          ? 'No exception reached the server.'
          : `What reached the server: ${list(escaped.map((words) => `\`${words}\``))}.`,
      );
    },
    `“${containing}” reached the server.`,
  );
}

/** An error of the run contains the text, whoever saw it: at the start, in the code, in Django's log or at the end. */
export function errorSeen(containing: string): Check {
  return {
    id: 'error-seen',
    title: `An error says “${containing}”`,
    judge(traces) {
      for (const [stack, trace] of traces.entries()) {
        const errors = errorsOf(trace);
        if (errors.some((words) => words.includes(containing))) continue;
        return failed(
          errors.length === 0
            ? 'There was no error.'
            : `The errors were: ${list(errors.map((words) => `\`${words}\``))}.`,
          { stack },
        );
      }
      return passed(`An error said “${containing}”.`);
    },
  };
}

/** The errors of a run, each once, in words. */
function errorsOf(trace: Trace): readonly string[] {
  const { outcome } = trace;
  const ending =
    outcome.kind === 'finished'
      ? []
      : [outcome.kind === 'startup-error' ? errorWords(outcome.error) : outcome.message];
  const logged = trace.requests.flatMap(({ id }) => loggedError(trace, id) ?? []);
  const escaped = trace.requests.flatMap(({ error }) => error ?? []);
  const raised = eventsOf(trace, 'exception');
  return [...new Set([...ending, ...[...raised, ...logged, ...escaped].map(errorWords)])];
}

/** All of these, as one check: the first that fails speaks. */
export function all(name: { readonly id: string; readonly title: string }, checks: readonly Check[]): Check {
  return {
    ...name,
    judge(traces) {
      for (const check of checks) {
        const verdict = check.judge(traces);
        if (!verdict.passed) return verdict;
      }
      return passed(`${name.title}.`);
    },
  };
}

/** The same checks for several stacks of an exercise, each under an id of its own. */
export function inStacks(stacks: readonly number[], check: Check): readonly Check[] {
  return stacks.map((stack) => inStack(stack, check));
}
