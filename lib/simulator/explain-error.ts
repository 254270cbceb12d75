/**
 * Everything that went wrong in a run, in the learner's words, each with the line to look at.
 *
 * Django's own frames are kept but marked, so that they can be folded away.
 */
import type { PythonError, Trace, TraceEventOf } from '@/lib/trace/schema';
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
  const told = errors.some(({ title }) => title.startsWith('An `await` is missing'));
  const warnings = eventsOf(trace, 'warning')
    .map((event) => explainWarning(trace, event))
    .filter(({ title }) => !(told && title === 'The rest of the stack was never awaited'));
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
  timeout: 'The run took too long and was stopped',
  memory: 'The run used up its memory and was stopped',
  crashed: 'The interpreter crashed',
  'invalid-scenario': 'This cannot be run as it stands',
  cancelled: 'The run was cancelled',
};

/** Errors that stopped Django from starting, escaped to the server, or became a 500 page. */
function incidentsOf(trace: Trace): readonly (Incident & { readonly event: number | null })[] {
  if (trace.outcome.kind === 'startup-error') {
    return [{ trace, error: trace.outcome.error, request: null, event: null }];
  }
  return trace.requests.flatMap((request) => {
    const raised = eventsOf(trace, 'exception').findLast((event) => event.request === request.id);
    if (request.error !== null) {
      return [{ trace, error: request.error, request: request.id, event: raised?.seq ?? null }];
    }
    if (request.status !== 500 || raised === undefined) return [];
    return [{ trace, error: errorOf(trace, raised), request: request.id, event: raised.seq }];
  });
}

/** An exception that Django caught: its log holds the traceback, the event the line. */
function errorOf(trace: Trace, event: TraceEventOf<'exception'>): PythonError {
  const frame = trace.frames.find(({ id }) => id === event.frame);
  const words = `${event.type}: ${event.message}`;
  const text = eventsOf(trace, 'output').find(
    (output) => output.stream === 'django' && output.request === event.request && output.text.includes(words),
  )?.text;
  return {
    type: event.type,
    message: event.message,
    frames: frame === undefined ? [] : [frame],
    text: text ?? words,
  };
}

function explainIncident(incident: Incident & { readonly event: number | null }): Problem {
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
      `Python says \`${error.message === '' ? error.type : error.message}\`. ` +
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
  return eventsOf(trace, 'output').flatMap((event) => {
    const [, path, reason] = /MiddlewareNotUsed\('([\w.]+)'\)(?::\s*(.*))?/.exec(event.text) ?? [];
    if (event.stream !== 'django' || path === undefined) return [];
    return [
      {
        severity: 'notice',
        title: `\`${path}\` left the stack`,
        explanation: `Its factory raised \`MiddlewareNotUsed\`${reason === undefined ? '' : ` (${reason})`}, so Django runs without it.`,
        place: null,
        frames: [],
        text: event.text,
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

function eventsOf<Kind extends Trace['events'][number]['kind']>(trace: Trace, kind: Kind) {
  return trace.events.filter((event): event is TraceEventOf<Kind> => event.kind === kind);
}
