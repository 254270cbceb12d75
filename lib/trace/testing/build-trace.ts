/** Builds small traces by hand, for tests: the same plain data that the simulator emits. */
import type { LayerRow, SuspendedOn, TaskRow, ThreadRow, Trace, TraceEvent, TraceEventOf } from '../schema';

type Kind = TraceEvent['kind'];
type Common = 'seq' | 't' | 'kind' | 'request' | 'layer' | 'task' | 'thread' | 'frame' | 'cause';
type Extra<K extends Kind> = Omit<TraceEventOf<K>, Common>;
type Place = {
  readonly request?: string | null;
  readonly layer?: string | null;
  readonly task?: number | null;
  readonly thread?: number;
  readonly line?: readonly [file: string, line: number] | null;
  readonly cause?: number | null;
};

const LOOP = 0;

/** A recorder with a clock. Methods return the position of the event they add, for use as a cause. */
export class TraceBuilder {
  readonly #events: TraceEvent[] = [];
  readonly #frames: Trace['frames'] = [];
  readonly #requests: Trace['requests'] = [];
  readonly #tasks: TaskRow[] = [];
  readonly #threads: ThreadRow[] = [{ id: LOOP, kind: 'loop', name: 'loop', request: null }];
  readonly #layers: readonly LayerRow[];
  readonly #files: Trace['files'];
  readonly #lines: number[] = [];
  #now = 0;
  #hops = 0;

  /** `layers` are names, outermost first; the last one is the view. `files` are sources by path. */
  constructor(layers: readonly string[], files: Readonly<Record<string, string>> = {}) {
    this.#layers = layers.map((name, order) => ({
      id: order,
      order,
      name,
      path: order === layers.length - 1 ? `views.${name}` : `middleware.${name}`,
      kind: order === layers.length - 1 ? 'view' : 'middleware',
      mode: name.startsWith('Sync') ? 'sync' : 'async',
      origin: 'learner',
      file: order === layers.length - 1 ? 'views.py' : 'middleware.py',
      line: 1,
    }));
    this.#files = Object.entries(files).map(([path, source]) => ({ path, source }));
  }

  /** Moves the clock to a time in milliseconds. */
  at(milliseconds: number): this {
    this.#now = Math.round(milliseconds * 1000);
    return this;
  }

  get next(): number {
    return this.#events.length;
  }

  thread(name: string, request: string | null = null, kind: ThreadRow['kind'] = 'thread-sensitive'): number {
    this.#threads.push({ id: this.#threads.length, kind, name, request });
    return this.#threads.length - 1;
  }

  /** Appends one event as it is. */
  emit<K extends Kind>(kind: K, extra: Extra<K>, place: Place = {}): number {
    const event = {
      seq: this.#events.length,
      t: this.#now,
      kind,
      request: place.request ?? null,
      layer: this.#layers.find((layer) => layer.name === place.layer)?.id ?? null,
      task: place.task ?? null,
      thread: place.thread ?? LOOP,
      frame: place.line ? this.#frame(place.line) : null,
      cause: place.cause ?? null,
      ...extra,
    };
    // A kind and the fields that belong to it, by the types of this method's parameters.
    this.#events.push(event as unknown as TraceEvent);
    this.#note(kind, place.request);
    return event.seq;
  }

  /** Keeps the row of a request in step with its events. */
  #note(kind: Kind, request: string | null | undefined): void {
    const row = this.#requests.find(({ id }) => id === request);
    if (row === undefined) return;
    if (kind === 'response-start') row.responseStart = this.#now;
    if (kind === 'response-end') row.responseEnd = this.#now;
    if (kind === 'request-end') row.done = this.#now;
  }

  /** A request arrives and gets a task, which is ready. Returns the task. */
  arrive(request: string): number {
    this.#requests.push(requestRow(request, this.#now));
    const cause = this.emit('request-arrive', {}, { request });
    return this.task(`request ${request}`, request, cause);
  }

  /** A task is made and ready. Returns its id. */
  task(name: string, request: string | null, cause: number, parent: number | null = null): number {
    const task = this.#tasks.length;
    this.#tasks.push({ id: task, request, parent, name, thread: LOOP });
    const created = this.emit('task-create', { name }, { request, task, cause });
    this.emit('wake', { why: 'start' }, { request, task, cause: created });
    return task;
  }

  turn(task: number): number {
    const row = this.#tasks[task];
    return this.emit('turn-begin', { name: row?.name ?? '' }, { request: row?.request ?? null, task });
  }

  turnEnd(task: number): number {
    return this.emit('turn-end', {}, { request: this.#tasks[task]?.request ?? null, task });
  }

  suspend(
    task: number,
    on: SuspendedOn,
    what: string,
    place: Place & { readonly until?: number } = {},
  ): number {
    const request = this.#tasks[task]?.request ?? null;
    const until = place.until === undefined ? null : Math.round(place.until * 1000);
    const { until: _, ...rest } = place;
    const seq = this.emit('suspend', { on, what, until, stack: null }, { request, task, ...rest });
    this.turnEnd(task);
    return seq;
  }

  wake(task: number, why: TraceEventOf<'wake'>['why'], cause: number): number {
    return this.emit('wake', { why }, { request: this.#tasks[task]?.request ?? null, task, cause });
  }

  /** A task asks for a thread and suspends. Returns what the later steps of the crossing need. */
  toThread(task: number, what: string, place: Place = {}, internal = false): { hop: number; submit: number } {
    const request = this.#tasks[task]?.request ?? null;
    const hop = this.#hops;
    this.#hops += 1;
    const extra = { hop, direction: 'to-thread', what, internal } as const;
    const submit = this.emit('hop-submit', extra, { request, task, ...place });
    this.suspend(task, 'thread', what, place);
    return { hop, submit };
  }

  /** A line of learner code is executed. */
  ran(file: string, line: number, thread = LOOP): void {
    this.#lines.push(this.#now, thread, this.#frame([file, line]));
  }

  build(duration: number = this.#now / 1000, changes: Partial<Trace> = {}): Trace {
    return {
      schema: 1,
      scenario: { id: 'built', hash: '0' },
      files: this.#files,
      versions: { python: '3.14', django: '5.2', asgiref: '3.12', pyodide: '314' },
      server: 'asgi',
      seed: 0,
      cost: { line: 1, hop: 50, query: 500, switchInterval: 5000 },
      duration: Math.round(duration * 1000),
      truncated: false,
      dropped: 0,
      outcome: { kind: 'finished' },
      unmodelled: [],
      requests: this.#requests,
      layers: [...this.#layers],
      tasks: this.#tasks,
      threads: this.#threads,
      frames: this.#frames,
      stacks: [],
      events: this.#events,
      lines: this.#lines,
      ...changes,
    };
  }

  #frame([file, line]: readonly [string, number]): number {
    const known = this.#frames.find((frame) => frame.file === file && frame.line === line);
    if (known) return known.id;
    const frame = { id: this.#frames.length, file, function: 'middleware', line, origin: 'learner' } as const;
    this.#frames.push(frame);
    return frame.id;
  }
}

function requestRow(id: string, arrival: number): Trace['requests'][number] {
  return {
    id,
    method: 'GET',
    path: `/${id.toLowerCase()}`,
    arrival,
    status: 200,
    headers: [],
    body: 'ok',
    bodyTruncated: false,
    chunks: [],
    error: null,
    wroteAfterDisconnect: false,
    responseStart: null,
    responseEnd: null,
    done: null,
  };
}
