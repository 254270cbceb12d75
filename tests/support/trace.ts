/** Small, valid traces for tests: say what matters, the rest is filled in. */
import {
  type Frame,
  type LayerRow,
  type Outcome,
  type PythonError,
  type RequestRow,
  type ThreadRow,
  TRACE_SCHEMA,
  type Trace,
  type TraceEvent,
  traceSchema,
} from '@/lib/trace/schema';

type EventBase = 'seq' | 't' | 'request' | 'layer' | 'task' | 'thread' | 'frame' | 'cause';
/** An event as a test writes it: `kind`, its own fields, and whatever of the common ones matters. */
export type EventInput = TraceEvent extends infer Event
  ? Event extends TraceEvent
    ? Omit<Event, EventBase> & Partial<Pick<Event, Exclude<EventBase, 'seq'>>>
    : never
  : never;

export const LOOP: ThreadRow = { id: 1, kind: 'loop', name: 'loop', request: null };
export const WORKER: ThreadRow = { id: 2, kind: 'thread-sensitive', name: 'w1', request: 'A' };

export type TraceInput = {
  readonly files?: Readonly<Record<string, string>>;
  readonly requests?: readonly (Partial<RequestRow> & { id: string })[];
  readonly layers?: readonly (Partial<LayerRow> & { id: number; name: string })[];
  readonly frames?: readonly (Partial<Frame> & { id: number; line: number })[];
  readonly events?: readonly EventInput[];
  readonly outcome?: Outcome;
  readonly duration?: number;
};

/** Builds a trace and checks it against the schema, so that no test judges what could not exist. */
export function buildTrace(input: TraceInput = {}): Trace {
  const events = (input.events ?? []).map((event, seq) => ({
    t: 0,
    request: null,
    layer: null,
    task: null,
    thread: LOOP.id,
    frame: null,
    cause: null,
    ...event,
    seq,
  }));
  return traceSchema.parse({
    schema: TRACE_SCHEMA,
    scenario: { id: 'test', hash: '0' },
    files: Object.entries(input.files ?? {}).map(([path, source]) => ({ path, source })),
    versions: { python: '3.14.0', django: '5.2.17', asgiref: '3.12.1', pyodide: '314.0.7' },
    server: 'asgi',
    seed: 0,
    cost: { line: 1, hop: 50, query: 1000, switchInterval: 5000 },
    duration: input.duration ?? events.at(-1)?.t ?? 0,
    truncated: false,
    dropped: 0,
    outcome: input.outcome ?? { kind: 'finished' },
    unmodelled: [],
    requests: (input.requests ?? [{ id: 'A' }]).map((request) => ({
      method: 'GET',
      path: '/',
      arrival: 0,
      status: 200,
      headers: [],
      body: 'ok',
      bodyTruncated: false,
      chunks: [],
      error: null,
      wroteAfterDisconnect: false,
      responseStart: 0,
      responseEnd: 0,
      done: 0,
      ...request,
    })),
    layers: (input.layers ?? []).map((layer, order) => ({
      order,
      path: `layer_1.${layer.name}`,
      kind: 'middleware',
      mode: 'async',
      origin: 'learner',
      file: 'layer_1.py',
      line: 1,
      ...layer,
    })),
    tasks: [],
    threads: [LOOP, WORKER],
    frames: (input.frames ?? []).map((frame) => ({
      file: 'layer_1.py',
      function: 'middleware',
      origin: 'learner',
      ...frame,
    })),
    stacks: [],
    events,
    lines: [],
  });
}

/** An error as the simulator reports it; `frames` are outermost first. */
export function pythonError(
  type: string,
  message: string,
  frames: readonly { file: string; line: number; function?: string; origin?: Frame['origin'] }[] = [],
): PythonError {
  return {
    type,
    message,
    frames: frames.map((frame) => ({ function: 'middleware', origin: 'learner', ...frame })),
    text: `Traceback (most recent call last):\n${type}: ${message}`,
  };
}
