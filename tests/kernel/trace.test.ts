/** What every trace promises, on a stack with all kinds of layers. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { Trace } from '@/lib/trace/schema';
import { eventsOf, requests, scenario, traceOf } from './scenarios';

const MIDDLEWARE = `import asyncio, time
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware, sync_only_middleware, sync_and_async_middleware


@async_only_middleware
def Outer(get_response):
    async def middleware(request):
        try:
            async with asyncio.timeout(0.5):
                return await get_response(request)
        finally:
            await asyncio.to_thread(time.sleep, 0.01)
    return middleware


@sync_only_middleware
def Sync(get_response):
    def middleware(request):
        time.sleep(0.02)
        return get_response(request)
    return middleware


@async_only_middleware
def Gather(get_response):
    async def job(n):
        await asyncio.sleep(0.01 * n)
        print('job', n)
    async def middleware(request):
        await asyncio.gather(*[job(n) for n in range(3)])
        task = asyncio.create_task(job(100))
        response = await get_response(request)
        task.cancel()
        return response
    return middleware


class Early:
    sync_capable = True
    async_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if request.path == '/early':
            return HttpResponse('early', status=403)
        if request.path == '/error':
            raise ValueError('broken')
        return self.get_response(request)
`;

let trace: Trace;

beforeAll(async () => {
  const [a, b, c, d] = requests(4);
  trace = await traceOf(
    scenario('', {
      layers: ['middleware.Outer', 'middleware.Sync', 'middleware.Gather', 'middleware.Early'],
      files: { 'middleware.py': MIDDLEWARE },
      requests: [
        { ...a, id: 'A', path: '/' },
        { ...b, id: 'B', path: '/early', at: 0.005 },
        { ...c, id: 'C', path: '/error', at: 0.01 },
        { ...d, id: 'D', path: '/', at: 0.015, disconnect_after: 0.05 },
      ],
    }),
  );
});

describe('a trace', () => {
  it('finishes, with the statuses that Django gives', () => {
    expect(trace.outcome).toEqual({ kind: 'finished' });
    expect(trace.requests.map((request) => request.status)).toEqual([200, 403, 500, null]);
  });

  it('numbers its events and never goes back in time', () => {
    expect(trace.events.map((event) => event.seq)).toEqual(trace.events.map((_, index) => index));
    const times = trace.events.map((event) => event.t);
    expect(times).toEqual([...times].sort((a, b) => a - b));
    expect(times.at(-1)).toBeLessThanOrEqual(trace.duration);
  });

  it('has a cause, earlier than itself, for every wake', () => {
    for (const event of eventsOf(trace, 'wake')) {
      expect(event.cause).not.toBeNull();
      expect(event.cause).toBeLessThan(event.seq);
    }
  });

  it('lets at most one holder have the loop', () => {
    const holders = new Map<number, number>();
    for (const event of trace.events) {
      if (event.kind === 'turn-begin') {
        expect(holders.has(event.thread)).toBe(false);
        holders.set(event.thread, event.seq);
      }
      if (event.kind === 'turn-end') expect(holders.delete(event.thread)).toBe(true);
    }
    expect(holders.size).toBe(0);
  });

  it('lets each task run only while it holds the loop, from its first wake to its end', () => {
    type State = 'new' | 'ready' | 'running' | 'suspended' | 'ended';
    const states = new Map<number, State>();
    const allowed: Partial<Record<string, readonly (State | undefined)[]>> = {
      'task-create': [undefined],
      wake: ['new', 'suspended'],
      'turn-begin': ['ready'],
      suspend: ['running'],
      'task-end': ['running'],
    };
    const next: Partial<Record<string, State>> = {
      'task-create': 'new',
      wake: 'ready',
      'turn-begin': 'running',
      suspend: 'suspended',
      'task-end': 'ended',
    };
    for (const event of trace.events) {
      const state = next[event.kind];
      if (event.task === null || state === undefined) continue;
      expect(allowed[event.kind], `${event.kind} of task ${event.task} at seq ${event.seq}`).toContain(
        states.get(event.task),
      );
      states.set(event.task, state);
    }
    expect(new Set(states.values())).toEqual(new Set(['ended']));
  });

  it('returns or ends every hop', () => {
    const submitted = eventsOf(trace, 'hop-submit').map((event) => event.hop);
    expect(submitted.length).toBeGreaterThan(8);
    for (const hop of submitted) {
      expect(eventsOf(trace, 'hop-start').filter((event) => event.hop === hop)).toHaveLength(1);
      expect(eventsOf(trace, 'hop-end').filter((event) => event.hop === hop)).toHaveLength(1);
      expect(eventsOf(trace, 'hop-return').filter((event) => event.hop === hop)).toHaveLength(1);
    }
  });

  it('nests the layers of each request like an onion', () => {
    for (const { id } of trace.requests) {
      const open: (number | null)[] = [];
      for (const event of trace.events) {
        if (event.request !== id) continue;
        if (event.kind === 'layer-enter') open.push(event.layer);
        if (event.kind === 'layer-exit') expect(open.pop()).toBe(event.layer);
      }
      expect(open).toEqual([]);
    }
  });

  it('says how each layer was left', () => {
    const left = (request: string) =>
      eventsOf(trace, 'layer-exit')
        .filter((event) => event.request === request)
        .map((event) => `${trace.layers[event.layer ?? -1]?.name} ${event.how}`);
    expect(left('A')).toEqual([
      'view return',
      'Early return',
      'Gather return',
      'Sync return',
      'Outer return',
    ]);
    expect(left('B')[0]).toBe('Early short-circuit');
    expect(left('C')[0]).toBe('Early raise');
    expect(left('D').at(-1)).toBe('Outer cancel');
  });

  it('knows in which form each layer was called', () => {
    expect(trace.layers.map((layer) => [layer.name, layer.mode])).toEqual([
      ['Outer', 'async'],
      ['Sync', 'sync'],
      ['Gather', 'async'],
      ['Early', 'sync'],
      ['view', 'async'],
    ]);
  });

  it('ends every block that begins, on its thread', () => {
    expect(
      eventsOf(trace, 'block-end')
        .map((event) => event.cause)
        .sort(),
    ).toEqual(
      eventsOf(trace, 'block-begin')
        .map((event) => event.seq)
        .sort(),
    );
  });

  it('attributes what is printed to its request', () => {
    const printed = eventsOf(trace, 'output').filter((event) => event.stream === 'stdout');
    expect(printed.filter((event) => event.request === 'A').map((event) => event.text)).toEqual(
      expect.arrayContaining(['job 0', 'job 1', 'job 2']),
    );
  });
});

const LAYERS = `from django.utils.decorators import async_only_middleware


@async_only_middleware
def One(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


@async_only_middleware
def Two(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware
`;

it('has the layers in the order of MIDDLEWARE as the set-up left it, one that stands there twice included', async () => {
  const reordered = await traceOf(
    scenario('', {
      layers: ['layers.One', 'layers.Two'],
      files: { 'layers.py': LAYERS },
      setup:
        'from django.conf import settings\nsettings.MIDDLEWARE = ["layers.Two", "layers.One", "layers.Two"]\n',
    }),
  );
  const rows = new Map(reordered.layers.map(({ id, name, order }) => [id, `${order} ${name}`]));
  expect([...rows.values()]).toEqual(['0 Two', '1 One', '2 Two', '3 view']);
  expect(eventsOf(reordered, 'layer-enter').map(({ layer }) => rows.get(layer ?? -1))).toEqual([
    '0 Two',
    '1 One',
    '2 Two',
    '3 view',
  ]);
});

const CALLING_UP = `from asgiref.sync import markcoroutinefunction


class Base:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        return await self.get_response(request)


class Plain(Base):
    pass


class Calls(Base):
    async def __call__(self, request):
        return await super().__call__(request)
`;

it('enters a layer once that calls up to its base class, and not another layer of that base', async () => {
  const trace = await traceOf(
    scenario('', {
      layers: ['layers.Plain', 'layers.Calls', 'layers.Plain'],
      files: { 'layers.py': CALLING_UP },
    }),
  );
  const rows = new Map(trace.layers.map(({ id, name, order }) => [id, `${order} ${name}`]));
  expect(eventsOf(trace, 'layer-enter').map(({ layer }) => rows.get(layer ?? -1))).toEqual([
    '0 Plain',
    '1 Calls',
    '2 Plain',
    '3 view',
  ]);
});
