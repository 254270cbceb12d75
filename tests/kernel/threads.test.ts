/** Green threads, locks and the clock behave as the native ones do. */
import { describe, expect, it } from 'vitest';
import { asyncLayer, bodyLine, eventsOf, outputOf, placeOf, requests, scenario, traceOf } from './scenarios';

const SYNC_LAYER = (...body: readonly string[]) =>
  [
    'import asyncio, contextvars, os, queue, threading, time',
    'from concurrent.futures import ThreadPoolExecutor, wait',
    'def Layer(get_response):',
    '    def middleware(request):',
    ...body.map((line) => `        ${line}`),
    '        return get_response(request)',
    '    return middleware',
    '',
  ].join('\n');

async function printed(...body: readonly string[]): Promise<readonly string[]> {
  const trace = await traceOf(scenario(SYNC_LAYER(...body)));
  expect(trace.outcome).toEqual({ kind: 'finished' });
  expect(trace.requests[0]?.error).toBeNull();
  expect(trace.requests[0]?.status).toBe(200);
  return outputOf(trace);
}

describe('threading', () => {
  it('overlaps sleeps and joins', async () => {
    expect(
      await printed(
        'begun = time.monotonic()',
        'threads = [threading.Thread(target=time.sleep, args=(0.2,)) for _ in range(5)]',
        'for thread in threads: thread.start()',
        'for thread in threads: thread.join()',
        'print(round(time.monotonic() - begun, 2))',
      ),
    ).toEqual(['0.2']);
  });

  it('times out on a lock that nobody releases', async () => {
    expect(
      await printed(
        'lock = threading.Lock()',
        'lock.acquire()',
        'begun = time.perf_counter()',
        'print(lock.acquire(timeout=0.3), round(time.perf_counter() - begun, 2))',
      ),
    ).toEqual(['False 0.3']);
  });

  it('lends its semaphores to multiprocessing, which has no processes here', async () => {
    expect(
      await printed(
        'import multiprocessing',
        'event, lock, owned = multiprocessing.Event(), multiprocessing.Lock(), multiprocessing.RLock()',
        'threading.Timer(0.2, event.set).start()',
        'print(event.wait(0.1), event.wait(), lock.acquire(), lock.acquire(timeout=0.1))',
        'with owned, owned:',
        '    other = threading.Thread(target=lambda: print(owned.acquire(block=False)))',
        '    other.start()',
        '    other.join()',
        'lock.release()',
        'try: lock.release()',
        'except ValueError as error: print(error)',
        'try: owned.release()',
        'except AssertionError as error: print(error)',
      ),
    ).toEqual([
      'False True True False',
      'False',
      'semaphore or lock released too many times',
      'attempt to release recursive lock not owned by thread',
    ]);
  });

  it('lets an RLock be taken twice by its owner and by nobody else', async () => {
    expect(
      await printed(
        'lock = threading.RLock()',
        'with lock, lock:',
        '    other = threading.Thread(target=lambda: print(lock.acquire(blocking=False)))',
        '    other.start()',
        '    other.join()',
        'print(lock.acquire(blocking=False))',
      ),
    ).toEqual(['False', 'True']);
  });

  it('wakes the waiters of a condition, an event and a barrier', async () => {
    expect(
      await printed(
        'condition, event, barrier = threading.Condition(), threading.Event(), threading.Barrier(2)',
        'def wait():',
        '    with condition: condition.wait()',
        "    print('condition')",
        '    event.wait()',
        "    print('event')",
        '    barrier.wait()',
        'thread = threading.Thread(target=wait)',
        'thread.start()',
        'time.sleep(0.1)',
        'with condition: condition.notify()',
        'time.sleep(0.1)',
        'event.set()',
        'barrier.wait()',
        'thread.join()',
      ),
    ).toEqual(['condition', 'event']);
  });

  it('keeps threading.local apart, also in threads that come later', async () => {
    expect(
      await printed(
        'local = threading.local()',
        'def use(n):',
        "    print(hasattr(local, 'n'))",
        '    local.n = n',
        'for n in range(3):',
        '    thread = threading.Thread(target=use, args=(n,))',
        '    thread.start()',
        '    thread.join()',
      ),
    ).toEqual(['False', 'False', 'False']);
  });

  it('queues work in a pool with too few threads', async () => {
    expect(
      await printed(
        'begun = time.monotonic()',
        'with ThreadPoolExecutor(max_workers=2) as pool:',
        '    wait([pool.submit(time.sleep, 0.1) for _ in range(4)])',
        'print(round(time.monotonic() - begun, 2))',
      ),
    ).toEqual(['0.2']);
  });

  it('passes items through queues, with time-outs', async () => {
    expect(
      await printed(
        'numbers = queue.Queue(maxsize=1)',
        'def produce():',
        '    for n in range(3): numbers.put(n)',
        'threading.Thread(target=produce).start()',
        'print([numbers.get() for _ in range(3)])',
        'try: queue.SimpleQueue().get(timeout=0.1)',
        'except queue.Empty: print("empty")',
      ),
    ).toEqual(['[0, 1, 2]', 'empty']);
  });

  it('runs a timer at its time', async () => {
    expect(
      await printed(
        'begun = time.monotonic()',
        'timer = threading.Timer(0.25, lambda: print(round(time.monotonic() - begun, 2)))',
        'timer.start()',
        'timer.join()',
      ),
    ).toEqual(['0.25']);
  });

  it('shares modelled computation between threads, slice by slice', async () => {
    const lines = await printed(
      'begun = time.monotonic()',
      'def work(name):',
      '    burn(50)',
      '    print(name, round(time.monotonic() - begun, 2))',
      "threads = [threading.Thread(target=work, args=(name,)) for name in 'ab']",
      'for thread in threads: thread.start()',
      'for thread in threads: thread.join()',
    );
    expect(lines).toEqual([expect.stringMatching(/^a 0\.(09|1)/), expect.stringMatching(/^b 0\.1/)]);
  });
});

describe('asyncio', () => {
  it('refuses to run a loop inside a running loop', async () => {
    const trace = await traceOf(
      scenario(
        asyncLayer(
          'coroutine = asyncio.sleep(0)',
          'try: asyncio.run(coroutine)',
          'except RuntimeError as error: print(error)',
          'coroutine.close()',
        ),
      ),
    );
    expect(outputOf(trace)).toEqual(['asyncio.run() cannot be called from a running event loop']);
  });

  it('gives a thread its own loop', async () => {
    expect(
      await printed(
        'async def two():',
        '    await asyncio.sleep(0.1)',
        '    return 2',
        'print(asyncio.run(two()))',
        'try: asyncio.get_running_loop()',
        'except RuntimeError as error: print(error)',
      ),
    ).toEqual(['2', 'no running event loop']);
  });

  it('wakes the loop once when a timer and another thread do so together', async () => {
    const trace = await traceOf(
      scenario(
        asyncLayer(
          'loop, lock = asyncio.get_running_loop(), threading.Lock()',
          'lock.acquire()',
          'threading.Timer(0.05, lock.release).start()',
          'def work():',
          '    time.sleep(0.001)',
          '    burn(4)',
          '    loop.call_soon_threadsafe(print, "called")',
          'threading.Thread(target=work).start()',
          'await asyncio.sleep(0.003)',
          'print(lock.acquire())',
        ),
      ),
    );
    expect(outputOf(trace)).toEqual(['called', 'True']);
  });

  it('copies context variables into to_thread and not back', async () => {
    const trace = await traceOf(
      scenario(
        asyncLayer(
          'import contextvars',
          "name = contextvars.ContextVar('name', default='unset')",
          "name.set('outer')",
          'def inside():',
          '    print(name.get())',
          "    name.set('inner')",
          'await asyncio.to_thread(inside)',
          'print(name.get())',
          'await asyncio.get_running_loop().run_in_executor(None, inside)',
        ),
      ),
    );
    expect(outputOf(trace)).toEqual(['outer', 'outer', 'unset']);
    expect(eventsOf(trace, 'output').map((event) => event.request)).toEqual(['A', 'A', 'A']);
  });

  it('tells of a suspension with its await line and of the wake with its cause', async () => {
    const trace = await traceOf(scenario(asyncLayer('await asyncio.sleep(0.2)')));
    const sleep = eventsOf(trace, 'suspend').find((event) => event.what === 'asyncio.sleep(0.2)');
    expect(sleep).toMatchObject({ on: 'timer', request: 'A' });
    expect(placeOf(trace, sleep?.frame ?? null)).toBe(`layer_1.py:${bodyLine(0)}`);
    const wake = eventsOf(trace, 'wake').find((event) => event.cause === sleep?.seq);
    expect(wake).toMatchObject({ why: 'timer', t: sleep?.until });
  });

  it('waits for a simulated host without blocking the loop, and blocks with the other client', async () => {
    const body = [
      'import httpx',
      'async with httpx.AsyncClient() as client:',
      "    print((await client.get('https://api.example/delay/0.2')).status_code)",
      "print(httpx.get('https://api.example/status/503').status_code)",
    ];
    const trace = await traceOf(scenario(asyncLayer(...body)));
    expect(outputOf(trace)).toEqual(['200', '503']);
    expect(
      eventsOf(trace, 'suspend')
        .filter((event) => event.on === 'io')
        .map((event) => event.what),
    ).toContain('GET https://api.example/delay/0.2');
    expect(eventsOf(trace, 'block-begin').map((event) => [event.on, event.what])).toEqual([
      ['io', 'GET https://api.example/status/503'],
    ]);
  });
});

describe('a blocking call in an async layer', () => {
  it('holds the loop once for each request while the others are ready', async () => {
    const trace = await traceOf(scenario(asyncLayer('time.sleep(0.2)'), { requests: requests(3) }));
    const loop = trace.threads.find((thread) => thread.kind === 'loop');
    const begins = eventsOf(trace, 'block-begin');
    const ends = eventsOf(trace, 'block-end');
    expect(begins.map((event) => event.thread)).toEqual([loop?.id, loop?.id, loop?.id]);
    expect(begins.map((event, index) => (ends[index]?.t ?? 0) - event.t)).toEqual([
      200_000, 200_000, 200_000,
    ]);
    expect(new Set(begins.map((event) => event.request))).toEqual(new Set(['A', 'B', 'C']));
    expect(begins.every((event) => placeOf(trace, event.frame) === `layer_1.py:${bodyLine(0)}`)).toBe(true);
    expect(trace.duration).toBeGreaterThan(600_000);
  });

  it('does not happen when the sleep is awaited', async () => {
    const trace = await traceOf(scenario(asyncLayer('await asyncio.sleep(0.2)'), { requests: requests(3) }));
    expect(eventsOf(trace, 'block-begin')).toEqual([]);
    expect(trace.duration).toBeLessThan(310_000);
  });
});
