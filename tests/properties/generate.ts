/** Arbitrary programs. The first choice of every alternative is the simplest, and what shrinking ends at. */
import fc from 'fast-check';
import type {
  Arrival,
  AsyncAround,
  AsyncBody,
  AsyncDeed,
  AsyncPassage,
  CaughtError,
  Hook,
  Hooks,
  Layer,
  Program,
  RaisedError,
  SyncAround,
  SyncBody,
  SyncDeed,
  SyncPassage,
  TaskFate,
  View,
} from './program';

/** Few and round, so that much falls due at the same instant. */
const times = fc.constantFrom(0, 1, 5, 10, 20, 50, 200);
const errors = fc.constantFrom<RaisedError>(
  'ValueError',
  'Http404',
  'PermissionDenied',
  'asyncio.CancelledError',
);
const caught = fc.constantFrom<CaughtError>('Exception', 'asyncio.CancelledError', 'BaseException');
const fates = fc.constantFrom<TaskFate>('await', 'cancel', 'cancel and await', 'forget');
const cross = { withCrossShrink: true };

const asyncLeaf = fc.oneof(
  cross,
  { weight: 2, arbitrary: fc.constant<AsyncDeed>({ do: 'log' }) },
  { weight: 6, arbitrary: timed<AsyncDeed>('sleep', 'block') },
  { weight: 3, arbitrary: timed<AsyncDeed>('burn', 'fetch', 'later') },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('raise' as const), error: errors }) },
  { weight: 4, arbitrary: plain<AsyncDeed>('put', 'get', 'set', 'wait', 'remember', 'recall') },
  { weight: 2, arbitrary: plain<AsyncDeed>('query', 'answer', 'forget await', 'cancel itself') },
);

const syncLeaf = fc.oneof(
  cross,
  { weight: 2, arbitrary: fc.constant<SyncDeed>({ do: 'log' }) },
  { weight: 5, arbitrary: timed<SyncDeed>('block', 'burn', 'fetch') },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('raise' as const), error: errors }) },
  { weight: 3, arbitrary: plain<SyncDeed>('remember', 'recall', 'query', 'answer', 'forget await') },
);

function timed<Deed>(...names: (Deed extends { do: infer Name; time: number } ? Name : never)[]) {
  return fc.record({ do: fc.constantFrom(...names), time: times }) as fc.Arbitrary<Deed>;
}

function plain<Deed>(...names: (Deed extends { do: infer Name } ? Name : never)[]) {
  return fc.constantFrom(...names).map((name) => ({ do: name })) as fc.Arbitrary<Deed>;
}

type Bodies = { asyncBody: AsyncBody; syncBody: SyncBody; asyncDeed: AsyncDeed; syncDeed: SyncDeed };

const { asyncBody, syncBody } = fc.letrec<Bodies>((tie) => {
  const inCoroutine = tie('asyncBody');
  const inFunction = tie('syncBody');
  const several = fc.array(inCoroutine, { minLength: 1, maxLength: 3 });
  const named = <Name extends string>(...names: Name[]) => fc.constantFrom(...names);
  return {
    asyncBody: fc.array(tie('asyncDeed'), { maxLength: 3 }),
    syncBody: fc.array(tie('syncDeed'), { maxLength: 3 }),
    asyncDeed: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 12, arbitrary: asyncLeaf },
      fc.record({ do: named('to_thread', 'run_in_executor', 'call sync'), body: inFunction }),
      {
        weight: 2,
        arbitrary: fc.record({ do: named('sync_to_async'), threadSensitive: fc.boolean(), body: inFunction }),
      },
      fc.record({ do: named('await', 'shield', 'iterate'), body: inCoroutine }),
      fc.record({ do: named('gather'), returnExceptions: fc.boolean(), bodies: several }),
      fc.record({ do: named('group', 'first'), bodies: several }),
      { weight: 2, arbitrary: fc.record({ do: named('task'), fate: fates, body: inCoroutine }) },
      fc.record({ do: named('timeout', 'wait_for'), time: times, body: inCoroutine }),
      fc.record({ do: named('hold'), lock: named('LOCK', 'SEMAPHORE'), body: inCoroutine }),
      fc.record({ do: named('hold thread lock'), body: inCoroutine }),
      fc.record({ do: named('catch'), error: caught, body: inCoroutine }),
      fc.record({ do: named('finally'), body: inCoroutine, after: inCoroutine }),
    ),
    syncDeed: fc.oneof(
      { maxDepth: 2, withCrossShrink: true },
      { weight: 8, arbitrary: syncLeaf },
      { weight: 2, arbitrary: fc.record({ do: named('async_to_sync'), body: inCoroutine }) },
      fc.record({ do: named('asyncio.run'), body: inCoroutine }),
      fc.record({ do: named('call'), body: inFunction }),
      fc.record({ do: named('thread'), join: fc.boolean(), body: inFunction }),
      fc.record({ do: named('pool'), bodies: fc.array(inFunction, { minLength: 1, maxLength: 3 }) }),
      fc.record({ do: named('hold thread lock'), body: inFunction }),
      fc.record({ do: named('catch'), error: caught, body: inFunction }),
      fc.record({ do: named('finally'), body: inFunction, after: inFunction }),
    ),
  };
});

const asyncAround: fc.Arbitrary<AsyncAround> = fc.record({
  before: asyncBody,
  passage: fc.oneof(
    cross,
    { weight: 8, arbitrary: fc.constant<AsyncPassage>('plain') },
    fc.constantFrom<AsyncPassage>('catch', 'swallow cancel', 'twice', 'task', 'shield', 'timeout', 'skip'),
  ),
  after: asyncBody,
});

const syncAround: fc.Arbitrary<SyncAround> = fc.record({
  before: syncBody,
  passage: fc.oneof(
    cross,
    { weight: 6, arbitrary: fc.constant<SyncPassage>('plain') },
    fc.constantFrom<SyncPassage>('catch', 'twice', 'skip'),
  ),
  after: syncBody,
});

const hooks: fc.Arbitrary<Hooks> = fc.record({
  names: fc.uniqueArray(
    fc.constantFrom<Hook>('process_view', 'process_exception', 'process_template_response'),
    { maxLength: 3 },
  ),
  body: syncBody,
  answers: fc.boolean(),
});

const DJANGO_LAYERS = [
  'django.middleware.security.SecurityMiddleware',
  'django.middleware.common.CommonMiddleware',
  'django.middleware.clickjacking.XFrameOptionsMiddleware',
  'django.middleware.http.ConditionalGetMiddleware',
  'django.middleware.gzip.GZipMiddleware',
  'django.middleware.locale.LocaleMiddleware',
  'django.middleware.csrf.CsrfViewMiddleware',
  'django.contrib.sessions.middleware.SessionMiddleware',
] as const;

const layers: fc.Arbitrary<Layer> = fc.oneof(
  cross,
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('async factory' as const), around: asyncAround }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('sync factory' as const), around: syncAround }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('hybrid factory' as const),
      around: asyncAround,
      sync: syncAround,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('async class' as const),
      around: asyncAround,
      hooks,
      awaited: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('sync class' as const), around: syncAround, hooks }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('mixin' as const), before: syncBody, after: syncBody }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('django' as const), path: fc.constantFrom(...DJANGO_LAYERS) }),
  },
);

const views: fc.Arbitrary<View> = fc.oneof(
  cross,
  fc.record({ kind: fc.constantFrom('async' as const, 'async class', 'async stream'), body: asyncBody }),
  fc.record({
    kind: fc.constantFrom('sync' as const, 'sync class', 'sync stream', 'template'),
    body: syncBody,
  }),
);

/** Times after arrival at which a client goes away; only a server notices. */
const disconnects = fc.option(fc.constantFrom(0, 1, 5, 20, 60), { freq: 4 });

const arrivalsAt = (mode: Program['mode']): fc.Arbitrary<Arrival> =>
  fc.record({
    at: times,
    method: fc.constantFrom('GET', 'GET', 'POST'),
    disconnectAfter: mode === 'asgi' ? disconnects : fc.constant(null),
  });

/** Programs for one kind of server. */
export function programs(mode: Program['mode']): fc.Arbitrary<Program> {
  return fc.record({
    mode: fc.constant(mode),
    wsgiThreads: mode === 'wsgi' ? fc.integer({ min: 1, max: 4 }) : fc.constant(1),
    layers: fc.array(layers, { maxLength: 6 }),
    view: views,
    arrivals: fc.array(arrivalsAt(mode), { minLength: 1, maxLength: 6 }),
    seed: fc.oneof(cross, fc.constant(0), fc.integer({ min: 1, max: 1000 })),
    linger: fc.constantFrom(0, 0, 0, 100),
    debug: fc.boolean(),
  });
}
