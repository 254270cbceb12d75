/**
 * Everything that went wrong in a run, in the learner's words, each with the line to look at.
 *
 * Django's own frames are kept but marked, so that they can be folded away.
 */
import { loggedError } from '@/lib/trace/django-log';
import { eventsOf } from '@/lib/trace/events';
import type { Trace, TraceEventOf } from '@/lib/trace/schema';
import { explainOutcome, explainWarning } from './explain/outcomes';
import type { Incident, Place, Problem } from './explain/problem';
import { rules } from './explain/rules';
import { syntaxErrorPlace } from './explain/syntax-rules';
import type { SimulatorError } from './simulator';

export type { Place, Problem, ProblemFrame } from './explain/problem';

/** All problems of a run: errors first, then warnings, then notices; the same one only once. */
export function explainTrace(trace: Trace): readonly Problem[] {
  const ended = explainOutcome(trace);
  const errors = [...(ended === null ? [] : [ended]), ...incidentsOf(trace).map(explainIncident)];
  const warnings = eventsOf(trace, 'warning')
    .filter((event) => !isConsequence(trace, event))
    .map((event) => explainWarning(trace, event));
  return merged([...errors, ...warnings, ...optedOut(trace)]);
}

/** Why there is no trace at all, and the way out. */
export function explainSimulatorError(error: SimulatorError): Problem {
  return {
    severity: error.kind === 'cancelled' ? 'notice' : 'error',
    title: SIMULATOR_TITLES[error.kind],
    explanation: error.message,
    place: error.place,
    frames: [],
    text: '',
    requests: [],
    event: null,
  };
}

const SIMULATOR_TITLES: Record<SimulatorError['kind'], string> = {
  unsupported: 'This browser cannot run the code',
  download: 'Python could not be fetched',
  outdated: 'The site has changed since this page was opened',
  timeout: 'The run took too long and was stopped',
  memory: 'The run used up its memory and was stopped',
  recursion: 'A function calls itself without end',
  exit: 'The code ended the whole process',
  crashed: 'Python broke down during the run',
  'invalid-scenario': 'This cannot be run as it stands',
  cancelled: 'The run was cancelled',
};

/** A warning that only repeats what an error has said: the broken coroutine, or the rest of the stack behind it. */
function isConsequence(trace: Trace, { message }: TraceEventOf<'warning'>): boolean {
  if (trace.outcome.kind === 'exit' || trace.outcome.kind === 'limit') return true;
  const incidents = incidentsOf(trace);
  return message.startsWith("coroutine 'BaseHandler.")
    ? incidents.length > 0
    : message.includes('was never awaited') &&
        incidents.some(({ error }) => error.message.includes("'coroutine' object"));
}

/** Errors that stopped Django from starting, escaped to the server, or became a 500 page. */
function incidentsOf(trace: Trace): readonly RaisedIncident[] {
  const { outcome } = trace;
  if (outcome.kind === 'startup-error') {
    return [{ trace, error: outcome.error, request: null, event: null }];
  }
  // What else was raised then is how the run was ended.
  if (outcome.kind === 'exit' || outcome.kind === 'limit') return [];
  return trace.requests.flatMap(({ id, error, status }): readonly RaisedIncident[] => {
    if (error !== null)
      return [{ trace, error, request: id, event: raisedAs(trace, id, error)?.seq ?? null }];
    const logged = status === 500 ? loggedError(trace, id) : null;
    if (logged === null) return [];
    const event = raisedAs(trace, id, logged);
    const frame = trace.frames.find((candidate) => candidate.id === event?.frame);
    const frames = frame === undefined ? [] : [frame];
    return [{ trace, error: { ...logged, frames }, request: id, event: event?.seq ?? null }];
  });
}

type RaisedIncident = Incident & { readonly event: number | null };

/** Where in the learner's code an error was last seen on its way. */
function raisedAs(trace: Trace, request: string, error: { readonly type: string; readonly message: string }) {
  const name = (type: string) => type.split('.').at(-1);
  return eventsOf(trace, 'exception').findLast(
    (event) =>
      event.request === request && name(event.type) === name(error.type) && event.message === error.message,
  );
}

function explainIncident(incident: RaisedIncident): Problem {
  const { error, request } = incident;
  const own = error.frames.findLast(({ origin }) => origin === 'learner');
  const innermost: Place | null =
    syntaxErrorPlace(error) ?? (own === undefined ? null : { file: own.file, line: own.line });
  const found = rules.reduce<ReturnType<(typeof rules)[number]>>(
    (said, rule) => said ?? rule(incident),
    null,
  );
  const place = found?.place ?? innermost;
  return {
    severity: 'error',
    title: found?.title ?? `\`${error.type}\` was raised${request === null ? ' while Django started' : ''}`,
    explanation:
      found?.explanation ??
      `Python says \`${error.message === '' ? error.type : `${error.type}: ${error.message}`}\`. ` +
        (request === null
          ? 'Django could not build the stack, so no request was served.'
          : 'Nothing caught it on its way up, so the client got an error.'),
    place: place === null ? null : { file: place.file, line: place.line },
    frames: error.frames.map((frame) => ({
      file: frame.file,
      line: frame.line,
      function: frame.function,
      own: frame.origin === 'learner',
    })),
    text: error.text,
    requests: request === null ? [] : [request],
    event: incident.event,
  };
}

/** Layers that left the stack by `MiddlewareNotUsed`. */
function optedOut(trace: Trace): readonly Problem[] {
  return eventsOf(trace, 'exception').flatMap((event) => {
    if (!event.type.endsWith('MiddlewareNotUsed')) return [];
    const frame = trace.frames.find(({ id }) => id === event.frame);
    const name = frame?.function.split('.')[0] ?? 'A layer';
    return [
      {
        severity: 'notice',
        title: `\`${name}\` left the stack`,
        explanation: `Its factory raised \`MiddlewareNotUsed\`${event.message === '' ? '' : ` (“${event.message}”)`}, so Django runs without it.`,
        place: frame?.origin === 'learner' ? { file: frame.file, line: frame.line } : null,
        frames: [],
        text: '',
        requests: [],
        event: event.seq,
      },
    ];
  });
}

function merged(problems: readonly Problem[]): readonly Problem[] {
  const found = new Map<string, Problem>();
  for (const problem of problems) {
    const key = `${problem.title}|${problem.explanation}|${problem.place?.file}:${problem.place?.line}`;
    const first = found.get(key);
    const requests = [...new Set([...(first?.requests ?? []), ...problem.requests])];
    found.set(key, { ...(first ?? problem), requests });
  }
  return [...found.values()];
}
