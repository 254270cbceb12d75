/**
 * Stacks that are known to race, each beside its repaired form. What both forms answer does not depend on the order
 * as long as nothing goes wrong: where two want the last seat, say, all are told that they will hear.
 */
import type { ScenarioInput } from '@/lib/simulator/scenario';
import { asyncLayer } from './scenarios';

export type RacyStack = {
  readonly name: string;
  readonly racy: ScenarioInput;
  readonly repaired: ScenarioInput;
};

const together = (...paths: readonly string[]) =>
  paths.map((path, index) => ({ id: String.fromCharCode(65 + index), path }));

/** One more request, long after the others: it asks what they have left behind. */
const asking = (paths: readonly string[]) => [...together(...paths), { id: 'Z', path: '/ask', at: 1 }];

const python = (...lines: readonly string[]) => `${lines.join('\n')}\n`;

/** A view that changes `kept`, by the lines given, and answers only the last request with it. */
const keeping = (initially: string, ...change: readonly string[]) =>
  python(
    'import asyncio, contextlib, threading, time',
    'from django.http import HttpResponse',
    `kept = ${initially}`,
    'lock = asyncio.Lock()',
    'async def view(request):',
    "    if request.path == '/ask':",
    '        return HttpResponse(str(kept))',
    '    amount = int(request.path[1:])',
    ...change.map((line) => `    ${line}`),
    "    return HttpResponse('accepted', status=202)",
  );

const pass = { layers: [] };

const lostUpdate = (isRepaired: boolean): ScenarioInput => ({
  ...pass,
  id: 'lost-update',
  view: keeping(
    "{'balance': 0}",
    `async with ${isRepaired ? 'lock' : 'contextlib.nullcontext()'}:`,
    "    balance = kept['balance']",
    '    await asyncio.sleep(0.05)',
    "    kept['balance'] = balance + amount",
  ),
  requests: asking(['/10', '/20']),
});

/** One seat. Who is known already has not to be looked up, and so takes it at once. */
const checkThenAct = (isRepaired: boolean): ScenarioInput => ({
  ...pass,
  id: 'check-then-act',
  view: keeping(
    "{'seats sold': 0}",
    'is_known = amount > 1',
    "if kept['seats sold'] < 1:",
    ...(isRepaired
      ? ["    kept['seats sold'] += 1", '    if not is_known:', '        await asyncio.sleep(0.05)']
      : ['    if not is_known:', '        await asyncio.sleep(0.05)', "    kept['seats sold'] += 1"]),
  ),
  requests: asking(['/1', '/2']),
});

const echoing = python(
  'import asyncio',
  'from django.http import HttpResponse',
  'async def view(request):',
  '    await asyncio.sleep(0.05)',
  "    return HttpResponse('ok')",
);

const leakedOnSelf = (isRepaired: boolean): ScenarioInput => {
  const id = isRepaired ? 'own' : 'self.own';
  return {
    id: 'leaked-on-self',
    layers: ['own.Own'],
    files: {
      'own.py': python(
        'from asgiref.sync import markcoroutinefunction',
        'class Own:',
        '    async_capable, sync_capable = True, False',
        '    def __init__(self, get_response):',
        '        self.get_response = get_response',
        '        markcoroutinefunction(self)',
        '    async def __call__(self, request):',
        `        ${id} = request.path`,
        '        response = await self.get_response(request)',
        `        response['X-Own'] = ${id}`,
        '        return response',
      ),
    },
    view: echoing,
    requests: together('/a', '/b'),
  };
};

/** A sync view, in a thread of its request, asks whose request it is. */
const contextVariable = (isRepaired: boolean): ScenarioInput => ({
  id: 'context-variable',
  layers: ['own.Own'],
  files: {
    'own.py': python(
      'import asyncio',
      'from contextvars import ContextVar',
      'from django.utils.decorators import async_only_middleware',
      'class Current:',
      '    path = None',
      '    def set(self, path):',
      '        self.path = path',
      '    def get(self):',
      '        return self.path',
      `current = ${isRepaired ? "ContextVar('current')" : 'Current()'}`,
      '@async_only_middleware',
      'def Own(get_response):',
      '    async def middleware(request):',
      '        current.set(request.path)',
      '        await asyncio.sleep(0.05)',
      '        return await get_response(request)',
      '    return middleware',
    ),
  },
  view: python(
    'from django.http import HttpResponse',
    'from own import current',
    'def view(request):',
    '    return HttpResponse(current.get())',
  ),
  requests: together('/a', '/b'),
});

/** A plain counter under a server with four threads. What the work between takes is longer than a thread's turn. */
const threadsCount = (isRepaired: boolean): ScenarioInput => ({
  ...pass,
  id: 'threads-count',
  mode: 'wsgi',
  wsgi_threads: 4,
  view: python(
    'import contextlib, threading',
    'from django.http import HttpResponse',
    'count = 0',
    `lock = ${isRepaired ? 'threading.Lock()' : 'contextlib.nullcontext()'}`,
    'def view(request):',
    '    global count',
    "    if request.path == '/ask':",
    '        return HttpResponse(str(count))',
    '    with lock:',
    '        seen = count',
    '        burn(8)',
    '        count = seen + 1',
    "    return HttpResponse('counted', status=202)",
  ),
  requests: asking(['/1', '/2', '/3', '/4']),
});

/** Each look at the origin gives the next version; whoever comes together should see one and the same. */
const stampede = (isRepaired: boolean): ScenarioInput => ({
  id: 'stampede',
  layers: [
    {
      entry: 'Layer',
      source: asyncLayer(
        `async with ${isRepaired ? 'lock' : 'contextlib.nullcontext()'}:`,
        "    if 'page' not in cache:",
        "        cache['page'] = await origin()",
        "request.page = cache['page']",
      ).replace(
        '@async_only',
        python(
          'import contextlib, itertools',
          'cache, versions, lock = {}, itertools.count(1), asyncio.Lock()',
          'async def origin():',
          '    version = next(versions)',
          '    await asyncio.sleep(0.05)',
          "    return f'version {version}'",
          '@async_only',
        ).trimEnd(),
      ),
    },
  ],
  view: python(
    'from django.http import HttpResponse',
    'async def view(request):',
    '    return HttpResponse(request.page)',
  ),
  requests: together('/a', '/b', '/c'),
});

const both = (name: string, stack: (isRepaired: boolean) => ScenarioInput): RacyStack => ({
  name,
  racy: stack(false),
  repaired: stack(true),
});

export const racyStacks: readonly RacyStack[] = [
  both('an update lost over an await', lostUpdate),
  both('a limit that is checked before an await and used after it', checkThenAct),
  both('a value of one request kept on the layer', leakedOnSelf),
  both('an attribute where a context variable belongs, seen from a thread', contextVariable),
  both('a plain counter in four threads under WSGI', threadsCount),
  both('a cache that everybody fills at once', stampede),
];
