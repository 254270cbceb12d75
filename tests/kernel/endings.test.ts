/** A run always ends, and says why and where. */
import { describe, expect, it } from 'vitest';
import { asyncLayer, bodyLine, eventsOf, outputOf, placeOf, requests, scenario, traceOf } from './scenarios';

async function limitOf(...body: readonly string[]) {
  const trace = await traceOf(scenario(asyncLayer(...body)));
  const { outcome } = trace;
  return outcome.kind === 'limit'
    ? { limit: outcome.limit, place: placeOf(trace, outcome.frame) }
    : { limit: outcome.kind, place: null };
}

describe('an endless loop', () => {
  it.each([
    ['on one line', ['while True: pass'], 0],
    ['over several lines', ['while True:', '    x = 1'], null],
    ['in a comprehension', ['[1 for _ in iter(int, 1)]'], 0],
    ['that catches everything', ['while True:', '    try: x = 1', '    except BaseException: pass'], null],
  ])('%s ends at its line', async (_, body, index) => {
    const { limit, place } = await limitOf(...body);
    expect(limit).toBe('lines');
    if (index === null) expect(place).toMatch(/^layer_1\.py:/);
    else expect(place).toBe(`layer_1.py:${bodyLine(index)}`);
  });

  it('in code that the learner compiled ends too', async () => {
    expect((await limitOf("exec('while True: pass')")).limit).toBe('lines');
  });

  it('in code that the learner compiled and ran under another name ends too', async () => {
    const { limit } = await limitOf(
      'import builtins',
      "run = getattr(builtins, 'ex' + 'ec')",
      "run('while True: pass')",
    );
    expect(limit).toBe('lines');
  });

  it('in another thread ends too', async () => {
    const { limit } = await limitOf(
      'def spin():',
      '    while True: pass',
      'threading.Thread(target=spin).start()',
    );
    expect(limit).toBe('lines');
  });

  it('that only ever gives way ends at a limit', async () => {
    const { limit } = await limitOf('while True: await asyncio.sleep(0)');
    expect(['lines', 'events']).toContain(limit);
  });

  it.each([
    ['a lambda that C calls', ['max(iter(int, 1), key=lambda _: 0)']],
    [
      'a function on one line',
      ['def again(): asyncio.get_running_loop().call_soon(again)', 'again()', 'await asyncio.sleep(1)'],
    ],
    [
      'a callback written in C',
      [
        'import functools',
        'again = functools.partial(print)',
        'again.__setstate__((asyncio.get_running_loop().call_soon, (again,), {}, {}))',
        'again()',
        'await asyncio.sleep(1)',
      ],
    ],
    [
      'code that would silence the tracer',
      [
        'for name in ("free_tool_id", "clear_tool_id"):',
        '    try: getattr(sys.monitoring, name)(4)',
        '    except ImportError: pass',
        'while True: pass',
      ],
    ],
  ])('in %s ends too', async (_, body) => {
    const { limit } = await limitOf(...body);
    expect(['lines', 'events']).toContain(limit);
  });

  it('that waits ends at the limit of virtual time', async () => {
    const { limit } = await limitOf('while True: await asyncio.sleep(60)');
    expect(limit).toBe('virtual-time');
  });

  it('of prints ends at a limit', async () => {
    const { limit } = await limitOf("while True: print('x' * 1000)");
    expect(['output', 'lines', 'events']).toContain(limit);
  });

  it('of tasks ends at a limit', async () => {
    const { limit } = await limitOf('while True: asyncio.create_task(asyncio.sleep(1))');
    expect(['tasks', 'lines', 'events']).toContain(limit);
  });
});

describe('a program without an end', () => {
  it('is a RecursionError of the learner when it recurses', async () => {
    const trace = await traceOf(scenario(asyncLayer('def deeper(): deeper()', 'deeper()')));
    expect(trace.outcome.kind).toBe('finished');
    expect(trace.requests[0]?.status).toBe(500);
    expect(eventsOf(trace, 'exception')[0]?.type).toBe('RecursionError');
  });

  it('is told from a loop when Python lets it recurse for ever', async () => {
    const { limit, place } = await limitOf(
      'sys.setrecursionlimit(10 ** 9)',
      'def deeper(): deeper()',
      'deeper()',
    );
    expect(limit).toBe('recursion');
    expect(place).toBe(`layer_1.py:${bodyLine(1)}`);
  });

  it('ends the interpreter, which says so, when it recurses in C', async () => {
    const { runScenario } = await import('./interpreter');
    const running = runScenario(scenario(asyncLayer('import json', "json.loads('[' * 1_000_000)")));
    await expect(running).rejects.toThrow('call stack');
  });

  it('is a deadlock with the await line when nothing can wake it', async () => {
    const trace = await traceOf(scenario(asyncLayer('await asyncio.Event().wait()')));
    expect(trace.outcome.kind).toBe('deadlock');
    if (trace.outcome.kind !== 'deadlock') return;
    expect(
      trace.outcome.waiting.map(({ request, frame }) => [request, placeOf(trace, frame)]),
    ).toContainEqual(['A', `layer_1.py:${bodyLine(0)}`]);
  });

  it('is a deadlock when a thread waits for its own lock', async () => {
    const trace = await traceOf(
      scenario(asyncLayer('lock = threading.Lock()', 'lock.acquire()', 'lock.acquire()')),
    );
    expect(trace.outcome.kind).toBe('deadlock');
    if (trace.outcome.kind !== 'deadlock') return;
    expect(trace.outcome.waiting.map(({ frame }) => placeOf(trace, frame))).toContain(
      `layer_1.py:${bodyLine(2)}`,
    );
  });
});

describe('leaving the process', () => {
  it.each([
    ['sys.exit(3)', 'SystemExit'],
    ['raise SystemExit', 'SystemExit'],
    ['raise KeyboardInterrupt', 'KeyboardInterrupt'],
    ['os._exit(3)', 'os._exit(3)'],
    ['os.abort()', 'os.abort()'],
  ])('by %s is reported with its line', async (statement, word) => {
    const trace = await traceOf(scenario(asyncLayer(statement)));
    expect(trace.outcome.kind).toBe('exit');
    if (trace.outcome.kind !== 'exit') return;
    expect(trace.outcome.message).toContain(word);
    expect(placeOf(trace, trace.outcome.frame)).toBe(`layer_1.py:${bodyLine(0)}`);
  });

  it.each([
    ['patching the loop', 'type(asyncio.get_running_loop())._run_once = None', 'TypeError'],
    [
      'stopping and closing it in another thread',
      'await asyncio.to_thread(lambda: loop.stop() or loop.call_soon(1, 2, 3))',
      'ended the server',
    ],
  ])('by %s is reported', async (_, statement, word) => {
    const trace = await traceOf(scenario(asyncLayer('loop = asyncio.get_running_loop()', statement)));
    expect(trace.outcome).toMatchObject({ kind: 'exit', message: expect.stringContaining(word) });
  });

  it('by stopping the loop is reported', async () => {
    const trace = await traceOf(scenario(asyncLayer('asyncio.get_running_loop().stop()')));
    expect(trace.outcome).toMatchObject({
      kind: 'exit',
      message: expect.stringContaining('stopped the event loop'),
    });
  });

  it('in a thread of its own ends that thread only', async () => {
    const trace = await traceOf(scenario(asyncLayer('threading.Thread(target=sys.exit).start()')));
    expect(trace.outcome.kind).toBe('finished');
    expect(trace.requests[0]?.status).toBe(200);
  });
});

describe('a mistake at start-up', () => {
  it('is a syntax error with its line', async () => {
    const trace = await traceOf(scenario('def Layer(get_response:\n    pass\n'));
    expect(trace.outcome.kind).toBe('startup-error');
    if (trace.outcome.kind !== 'startup-error') return;
    expect(trace.outcome.error.type).toBe('SyntaxError');
    expect(trace.outcome.error.frames.at(-1)).toMatchObject({ file: 'layer_1.py', line: 1 });
  });

  it('is a null byte, with its line', async () => {
    const trace = await traceOf(scenario(asyncLayer("x = 'a\0b'")));
    expect(trace.outcome).toMatchObject({
      kind: 'startup-error',
      error: {
        type: 'SyntaxError',
        frames: expect.arrayContaining([expect.objectContaining({ file: 'layer_1.py', line: bodyLine(0) })]),
      },
    });
  });

  it('is not a megabyte of source', async () => {
    const lines = Array.from({ length: 60_000 }, (_, number) => `x${number} = ${number}_0`);
    const trace = await traceOf(scenario([...lines, asyncLayer('pass')].join('\n')));
    expect(trace.requests[0]?.status).toBe(200);
  });

  it('is a lone surrogate, which no file can hold', async () => {
    const trace = await traceOf(scenario(asyncLayer("x = '\ud800'")));
    expect(trace.outcome).toMatchObject({ kind: 'startup-error', error: { type: 'UnicodeEncodeError' } });
  });

  it('is an unknown dotted path', async () => {
    const trace = await traceOf(scenario('', { layers: ['middleware.Missing'] }));
    expect(trace.outcome.kind).toBe('startup-error');
    if (trace.outcome.kind !== 'startup-error') return;
    expect(trace.outcome.error.type).toBe('ModuleNotFoundError');
  });

  it('is a factory that returns None', async () => {
    const trace = await traceOf(scenario('def Layer(get_response):\n    return None\n'));
    expect(trace.outcome.kind).toBe('startup-error');
    if (trace.outcome.kind !== 'startup-error') return;
    expect(trace.outcome.error.message).toBe('Middleware factory layer_1.Layer returned None.');
  });

  it('leaves no way to JavaScript', async () => {
    const trace = await traceOf(
      scenario(
        asyncLayer(
          "for name in ('js', 'pyodide', 'pyodide_js', 'pyodide.http', '_pyodide_core', 'ctypes'):",
          '    try: __import__(name)',
          '    except ImportError: print(name)',
        ),
      ),
    );
    expect(outputOf(trace)).toEqual([
      'js',
      'pyodide',
      'pyodide_js',
      'pyodide.http',
      '_pyodide_core',
      'ctypes',
    ]);
  });
});

describe('two runs of one scenario', () => {
  it('give the same bytes', async () => {
    const { runScenario } = await import('./interpreter');
    const input = scenario(
      asyncLayer(
        'import random, uuid, datetime, secrets',
        'print(object(), random.random(), uuid.uuid4(), secrets.token_hex(4), datetime.datetime.now())',
        'await asyncio.to_thread(time.sleep, random.random())',
      ),
      { requests: requests(5) },
    );
    const first = await runScenario(input);
    expect(await runScenario(input)).toBe(first);
  });
});
