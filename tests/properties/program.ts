/**
 * A generated program: a stack of layers over a view, and who asks for it. Plain values, so that fast-check can
 * shrink them; `python.ts` writes them down as the source of a scenario.
 *
 * All times are milliseconds of virtual time.
 */

/** What a body does, step by step, in a coroutine. */
export type AsyncDeed =
  | { readonly do: 'log' }
  | { readonly do: 'sleep' | 'fetch'; readonly time: number }
  | { readonly do: 'block' | 'burn' | 'later'; readonly time: number }
  | { readonly do: 'raise'; readonly error: RaisedError }
  | { readonly do: 'answer' | 'forget await' | 'cancel itself' | 'put' | 'get' | 'set' | 'wait' }
  | { readonly do: 'remember' | 'recall' | 'query' }
  | { readonly do: 'sync_to_async'; readonly threadSensitive: boolean; readonly body: SyncBody }
  | { readonly do: 'to_thread' | 'run_in_executor' | 'call sync'; readonly body: SyncBody }
  | { readonly do: 'await' | 'shield' | 'iterate'; readonly body: AsyncBody }
  | { readonly do: 'gather'; readonly returnExceptions: boolean; readonly bodies: readonly AsyncBody[] }
  | { readonly do: 'group' | 'first'; readonly bodies: readonly AsyncBody[] }
  | { readonly do: 'task'; readonly fate: TaskFate; readonly body: AsyncBody }
  | { readonly do: 'timeout' | 'wait_for'; readonly time: number; readonly body: AsyncBody }
  | { readonly do: 'hold'; readonly lock: 'LOCK' | 'SEMAPHORE'; readonly body: AsyncBody }
  | { readonly do: 'hold thread lock'; readonly body: AsyncBody }
  | { readonly do: 'catch'; readonly error: CaughtError; readonly body: AsyncBody }
  | { readonly do: 'finally'; readonly body: AsyncBody; readonly after: AsyncBody };

/** What a body does, step by step, in a plain function. */
export type SyncDeed =
  | { readonly do: 'log' }
  | { readonly do: 'block' | 'burn' | 'fetch'; readonly time: number }
  | { readonly do: 'raise'; readonly error: RaisedError }
  | { readonly do: 'answer' | 'forget await' | 'remember' | 'recall' | 'query' }
  | { readonly do: 'async_to_sync' | 'asyncio.run'; readonly body: AsyncBody }
  | { readonly do: 'call'; readonly body: SyncBody }
  | { readonly do: 'thread'; readonly join: boolean; readonly body: SyncBody }
  | { readonly do: 'pool'; readonly bodies: readonly SyncBody[] }
  | { readonly do: 'hold thread lock'; readonly body: SyncBody }
  | { readonly do: 'catch'; readonly error: CaughtError; readonly body: SyncBody }
  | { readonly do: 'finally'; readonly body: SyncBody; readonly after: SyncBody };

export type AsyncBody = readonly AsyncDeed[];
export type SyncBody = readonly SyncDeed[];

export type RaisedError = 'ValueError' | 'Http404' | 'PermissionDenied' | 'asyncio.CancelledError';
export type CaughtError = 'Exception' | 'asyncio.CancelledError' | 'BaseException';
/** What becomes of a task: awaited, cancelled at once, cancelled after a turn and awaited, or left alone. */
export type TaskFate = 'await' | 'cancel' | 'cancel and await' | 'forget';

/** How a layer calls the one below it. */
export type AsyncPassage =
  | 'plain'
  | 'catch'
  | 'swallow cancel'
  | 'twice'
  | 'task'
  | 'shield'
  | 'timeout'
  | 'skip';
export type SyncPassage = 'plain' | 'catch' | 'twice' | 'skip';

type Around<Body, Passage> = { readonly before: Body; readonly passage: Passage; readonly after: Body };
export type AsyncAround = Around<AsyncBody, AsyncPassage>;
export type SyncAround = Around<SyncBody, SyncPassage>;

export type Hook = 'process_view' | 'process_exception' | 'process_template_response';
export type Hooks = {
  readonly names: readonly Hook[];
  readonly body: SyncBody;
  /** Whether the hook answers in place of what lies below. */
  readonly answers: boolean;
};

export type Layer =
  | { readonly kind: 'async factory'; readonly around: AsyncAround }
  | { readonly kind: 'sync factory'; readonly around: SyncAround }
  | { readonly kind: 'hybrid factory'; readonly around: AsyncAround; readonly sync: SyncAround }
  | {
      readonly kind: 'async class';
      readonly around: AsyncAround;
      readonly hooks: Hooks;
      readonly awaited: boolean;
    }
  | { readonly kind: 'sync class'; readonly around: SyncAround; readonly hooks: Hooks }
  | { readonly kind: 'mixin'; readonly before: SyncBody; readonly after: SyncBody }
  | { readonly kind: 'django'; readonly path: string };

export type View =
  | { readonly kind: 'async' | 'async class' | 'async stream'; readonly body: AsyncBody }
  | { readonly kind: 'sync' | 'sync class' | 'sync stream' | 'template'; readonly body: SyncBody };

export type Arrival = {
  readonly at: number;
  readonly method: 'GET' | 'POST';
  readonly disconnectAfter: number | null;
};

export type Program = {
  readonly mode: 'asgi' | 'wsgi' | 'async_client';
  readonly wsgiThreads: number;
  readonly layers: readonly Layer[];
  readonly view: View;
  readonly arrivals: readonly Arrival[];
  readonly seed: number;
  readonly linger: number;
  readonly debug: boolean;
};
