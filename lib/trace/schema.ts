/**
 * The trace: what one run of a scenario did, as plain JSON.
 *
 * The simulator emits it, recordings store it, checks and the timeline read it. Times are integer
 * microseconds of virtual time since the run began. Everything that can be derived (running, ready,
 * suspended, queued, blocking, ...) is derived by pure functions in `lib/trace` and never stored.
 */
import { z } from './zod';

/** Raised whenever a stored trace of an older shape could not be read by this code any more. */
export const TRACE_SCHEMA = 1;

const microseconds = z.int().nonnegative();
const id = z.int().nonnegative();

export const originSchema = z
  .enum(['learner', 'django', 'library', 'simulator'])
  .describe('Who wrote the code: the learner, Django, asgiref or the standard library, or this project');

/** A place in source text, shared by all events that name it. Unique by (file, function, line). */
export const frameSchema = z.strictObject({
  id,
  file: z
    .string()
    .describe("A learner's file by its path ('layer_1.py'), or a dotted module for framework code"),
  function: z.string().describe('Qualified name, as in code.co_qualname'),
  line: z.int().positive(),
  origin: originSchema,
});

/** A chain of frames, innermost first. */
export const stackSchema = z.strictObject({ id, frames: z.array(id) });

export const tracebackFrameSchema = z.strictObject({
  file: z.string(),
  function: z.string(),
  line: z.int().positive(),
  origin: originSchema,
});

export const pythonErrorSchema = z.strictObject({
  type: z.string().describe("Class name, with its module unless that is builtins: 'ValueError'"),
  message: z.string(),
  frames: z.array(tracebackFrameSchema).describe('Outermost first, as Python prints a traceback'),
  text: z.string().describe('The traceback as Python prints it'),
});

export const requestRowSchema = z.strictObject({
  id: z.string().describe("As in the scenario: 'A', 'B', ..."),
  method: z.string(),
  path: z.string(),
  arrival: microseconds,
  status: z.int().nullable().describe('null when no response was started'),
  headers: z.array(z.tuple([z.string(), z.string()])),
  body: z.string().describe('Decoded as UTF-8 with replacement; capped, see bodyTruncated'),
  bodyTruncated: z.boolean(),
  chunks: z
    .array(z.tuple([microseconds, z.int().nonnegative()]))
    .describe('Time and size in bytes of each body message'),
  error: pythonErrorSchema.nullable().describe('What escaped Django to the server'),
  wroteAfterDisconnect: z.boolean(),
  responseStart: microseconds.nullable(),
  responseEnd: microseconds.nullable(),
  done: microseconds.nullable().describe('When the application callable returned; null if it never did'),
});

export const layerRowSchema = z.strictObject({
  id,
  order: z.int().nonnegative().describe('0 is the top of MIDDLEWARE; the view comes last'),
  name: z.string().describe("Short: 'RequestTimer', 'SessionMiddleware', 'view'"),
  path: z.string().describe('Dotted path'),
  kind: z.enum(['middleware', 'view', 'adapter']),
  mode: z.enum(['sync', 'async']).describe('The form in which it was actually called'),
  origin: z.enum(['learner', 'django']),
  file: z.string().nullable(),
  line: z.int().positive().nullable().describe('Where it is defined'),
});

export const taskRowSchema = z.strictObject({
  id,
  request: z.string().nullable(),
  parent: id.nullable(),
  name: z.string().describe("What runs in it: 'request A', 'job', ..."),
  thread: id.describe('The thread of the loop that runs it'),
});

export const threadRowSchema = z.strictObject({
  id,
  kind: z.enum(['main', 'loop', 'thread-sensitive', 'pool', 'shared', 'wsgi', 'temporary-loop', 'other']),
  name: z
    .string()
    .describe("Label as in shared scenarios: 'loop', 'w1', 'pool', 'shared', 'wsgi', 'x1', 'main'"),
  request: z
    .string()
    .nullable()
    .describe('The request it serves, for thread-sensitive, wsgi and temporary-loop threads'),
});

/** What a suspended coroutine waits for. */
export const suspendedOnSchema = z.enum(['timer', 'io', 'future', 'lock', 'task', 'thread', 'turn']);

const base = {
  seq: id.describe('Position in `events`, from 0'),
  t: microseconds,
  request: z.string().nullable(),
  layer: id.nullable(),
  task: id.nullable(),
  thread: id,
  frame: id.nullable().describe('The innermost learner frame where there is one, else the innermost frame'),
  cause: id.nullable().describe('seq of the event that brought this one about'),
};
const event = <Kind extends string, Shape extends z.ZodRawShape>(kind: Kind, shape: Shape) =>
  z.strictObject({ ...base, kind: z.literal(kind), ...shape });

export const traceEventSchema = z.discriminatedUnion('kind', [
  event('request-arrive', {}),
  event('response-start', { status: z.int() }),
  event('response-end', {}),
  event('request-end', {
    error: z.string().nullable().describe("'ValueError: boom' if it escaped to the server"),
  }),
  event('disconnect', {}),

  event('layer-enter', {}),
  event('layer-exit', { how: z.enum(['return', 'raise', 'short-circuit', 'cancel']) }),

  event('task-create', { name: z.string() }),
  event('task-end', { how: z.enum(['return', 'raise', 'cancel']) }),

  /** The loop hands itself to a task (or, where `task` is null, to a plain callback). */
  event('turn-begin', { name: z.string() }),
  event('turn-end', {}),

  /** An await that really suspended. `frame` is the await point, `stack` the chain of awaits, innermost first. */
  event('suspend', {
    on: suspendedOnSchema,
    what: z.string(),
    until: microseconds.nullable(),
    stack: id.nullable(),
  }),
  /** The task can go on from here: it is ready. `cause` is never null. For a timer it is the suspend event. */
  event('wake', {
    why: z.enum(['start', 'timer', 'io', 'future', 'lock', 'task', 'thread', 'turn', 'cancel']),
  }),

  /** A crossing between the loop and a thread. All four events of one crossing share `hop`. */
  event('hop-submit', {
    hop: id,
    direction: z.enum(['to-thread', 'to-loop']),
    what: z.string().describe("The callable's qualified name: 'Signal.asend.sync_send'"),
    via: z
      .enum(['sync_to_async', 'async_to_sync', 'run_in_executor'])
      .optional()
      .describe('What made the crossing; to_thread goes through run_in_executor'),
    internal: z.boolean().describe("Django's own: signals, close, log_response, response_for_exception"),
  }),
  event('hop-start', { hop: id }),
  event('hop-end', { hop: id, how: z.enum(['return', 'raise', 'cancel']) }),
  event('hop-return', { hop: id }),

  /** A thread that is held and cannot do anything else. On a loop thread, it blocks the loop. */
  event('block-begin', { on: z.enum(['sleep', 'io', 'cpu', 'lock']), what: z.string() }),
  event('block-end', {}),

  event('cancel', { target: id.describe('The task being cancelled') }),
  event('exception', { type: z.string(), message: z.string() }),
  event('output', {
    stream: z.enum(['stdout', 'stderr', 'log', 'django']),
    text: z.string(),
    loop: z.enum(['server', 'private']).nullable().describe('Which running loop the writing code could see'),
  }),
  event('warning', { category: z.string(), message: z.string() }),
  event('clock-jump', { from: microseconds }),
  event('truncated', { limit: z.string() }),
]);

/** How the run as a whole came to its end. */
export const outcomeSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('finished') }),
  z.strictObject({ kind: z.literal('startup-error'), error: pythonErrorSchema }),
  z.strictObject({
    kind: z.literal('deadlock'),
    message: z.string(),
    waiting: z.array(
      z.strictObject({ request: z.string().nullable(), what: z.string(), frame: id.nullable() }),
    ),
  }),
  z.strictObject({
    kind: z.literal('limit'),
    limit: z.enum(['lines', 'events', 'output', 'virtual-time', 'threads', 'tasks', 'memory', 'recursion']),
    message: z.string(),
    frame: id.nullable(),
  }),
  z.strictObject({ kind: z.literal('exit'), message: z.string(), frame: id.nullable() }),
]);

export const costModelSchema = z.strictObject({
  line: microseconds.describe('One executed line of learner code'),
  hop: microseconds.describe('One crossing to a thread or back'),
  query: microseconds.describe('One database query'),
  switchInterval: microseconds.describe('How long a busy thread keeps the others from running'),
});

export const traceSchema = z.strictObject({
  schema: z.literal(TRACE_SCHEMA),
  scenario: z.strictObject({
    id: z.string(),
    hash: z.string().describe('sha256 of the canonical scenario, hex'),
  }),
  files: z.array(z.strictObject({ path: z.string(), source: z.string() })),
  versions: z.strictObject({
    python: z.string(),
    django: z.string(),
    asgiref: z.string(),
    pyodide: z.string(),
  }),
  server: z.enum(['asgi', 'wsgi', 'async_client', 'script']),
  seed: z.int(),
  cost: costModelSchema,
  duration: microseconds.describe('End of the run; events may not lie beyond it'),
  truncated: z.boolean(),
  dropped: z.int().nonnegative().describe('Events not recorded because a limit was reached'),
  outcome: outcomeSchema,
  unmodelled: z.array(z.string()).describe('Real work that the cost model does not charge for, in words'),
  requests: z.array(requestRowSchema),
  layers: z.array(layerRowSchema),
  tasks: z.array(taskRowSchema),
  threads: z.array(threadRowSchema),
  frames: z.array(frameSchema),
  stacks: z.array(stackSchema),
  events: z.array(traceEventSchema),
  /** Executed learner lines as flat triples: t, thread id, frame id. Ordered by t. */
  lines: z.array(z.int().nonnegative()),
});

export type Trace = z.infer<typeof traceSchema>;
export type TraceEvent = z.infer<typeof traceEventSchema>;
export type TraceEventOf<Kind extends TraceEvent['kind']> = Extract<TraceEvent, { kind: Kind }>;
export type Frame = z.infer<typeof frameSchema>;
export type RequestRow = z.infer<typeof requestRowSchema>;
export type LayerRow = z.infer<typeof layerRowSchema>;
export type TaskRow = z.infer<typeof taskRowSchema>;
export type ThreadRow = z.infer<typeof threadRowSchema>;
export type PythonError = z.infer<typeof pythonErrorSchema>;
export type Outcome = z.infer<typeof outcomeSchema>;
export type SuspendedOn = z.infer<typeof suspendedOnSchema>;
export type CostModel = z.infer<typeof costModelSchema>;
