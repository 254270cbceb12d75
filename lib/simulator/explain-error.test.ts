import { describe, expect, it } from 'vitest';
import type { PythonError } from '@/lib/trace/schema';
import { only, startup } from '@/tests/support/problems';
import { buildTrace, pythonError, type TraceInput } from '@/tests/support/trace';
import { explainSimulatorError, explainTrace } from './explain-error';
import { SimulatorError } from './simulator';

const DJANGO = { file: 'django.core.handlers.base', line: 150, origin: 'django' } as const;

/** Django's log of an error that became a 500 page, as the simulator records it. */
const logged = (words: string) =>
  ({
    kind: 'output',
    stream: 'django',
    request: 'A',
    loop: null,
    text: `ERROR django.request: Internal Server Error: /\n${words}`,
  }) as const;
const escaped = (error: PythonError): NonNullable<TraceInput['requests']> => [
  { id: 'A', status: null, error },
];

const forgotAwait = [
  '@async_only_middleware',
  'def Forgot(get_response):',
  '    async def middleware(request):',
  '        response = get_response(request)',
  "        log('After')",
  '        return response',
  '    return middleware',
].join('\n');

describe('a missing await', () => {
  const error = pythonError('AttributeError', "'coroutine' object has no attribute '_resource_closers'", [
    DJANGO,
  ]);
  const run: TraceInput = {
    files: { 'layer_1.py': forgotAwait },
    frames: [
      { id: 0, line: 4, function: 'Forgot.<locals>.middleware' },
      { id: 1, line: 6, function: 'Forgot.<locals>.middleware' },
    ],
    requests: escaped(error),
    events: [
      {
        kind: 'warning',
        category: 'RuntimeWarning',
        message: "coroutine 'BaseHandler._get_response_async' was never awaited",
      },
    ],
  };

  it('points at the call that ran without await, and is told once', () => {
    const trace = { ...buildTrace(run), lines: [0, 1, 0, 1, 1, 1] };
    const problems = explainTrace(trace);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      severity: 'error',
      title: 'An `await` is missing: a coroutine was used as if it were the response',
      place: { file: 'layer_1.py', line: 4 },
      requests: ['A'],
    });
  });

  it('keeps the framework frames, marked as not the learner’s', () => {
    const [problem] = explainTrace({ ...buildTrace(run), lines: [0, 1, 0] });
    expect(problem?.frames).toEqual([
      { file: 'django.core.handlers.base', line: 150, function: 'middleware', own: false },
    ]);
  });

  it('is a warning of its own when nothing else failed', () => {
    const problem = only({
      frames: [{ id: 0, line: 3 }],
      events: [
        {
          kind: 'warning',
          category: 'RuntimeWarning',
          message: "coroutine 'audit' was never awaited",
          frame: 0,
        },
      ],
    });
    expect(problem).toMatchObject({
      severity: 'warning',
      title: '`audit` was called but never awaited',
      place: { file: 'layer_1.py', line: 3 },
    });
  });

  it('is recognised when a 500 page hid it', () => {
    const problem = only({
      requests: [{ id: 'A', status: 500 }],
      frames: [{ id: 0, line: 9 }],
      events: [
        {
          kind: 'exception',
          type: 'TypeError',
          message: "'coroutine' object does not support item assignment",
          request: 'A',
          frame: 0,
        },
        logged("TypeError: 'coroutine' object does not support item assignment"),
      ],
    });
    expect(problem.title).toContain('An `await` is missing');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 9 });
  });
});

describe('a factory that Django cannot use', () => {
  it('names the async def factory', () => {
    const problem = only({
      files: { 'layer_1.py': 'import time\nasync def Simple(get_response):\n    pass' },
      requests: [{ id: 'A', status: 500 }],
      events: [logged("TypeError: 'coroutine' object is not callable")],
    });
    expect(problem.title).toBe('The factory `Simple` is `async def`');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 2 });
  });

  const error = pythonError('TypeError', 'sync_to_async can only be applied to sync functions.', [DJANGO]);

  it('names the factory that does not declare itself', () => {
    const source =
      'def Simple(get_response):\n    async def middleware(request):\n        ...\n    return middleware';
    const problem = only({ files: { 'layer_1.py': source }, requests: [], outcome: startup(error) });
    expect(problem.title).toBe('`Simple` returns an async function but does not say so');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 1 });
  });

  it('tells a hybrid that is always async from one that is not declared', () => {
    const source =
      '@sync_and_async_middleware\ndef Dual(get_response):\n    async def middleware(request):\n        ...\n    return middleware';
    const problem = only({ files: { 'layer_1.py': source }, requests: [], outcome: startup(error) });
    expect(problem.title).toBe('`Dual` returned an async function where a sync one was needed');
    expect(problem.explanation).toContain('iscoroutinefunction');
  });
});

describe('source that Python cannot read', () => {
  it('takes the line from the traceback text', () => {
    const error = {
      ...pythonError('SyntaxError', "expected ':'"),
      text: '  File "/home/app/layer_1.py", line 3\n    def middleware(request)\nSyntaxError: expected \':\'',
    };
    const problem = only({ requests: [], outcome: startup(error) });
    expect(problem.title).toBe('Python cannot read this line');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 3 });
  });

  it('takes it from the message where that names it, and says what await needs', () => {
    const problem = only({
      requests: [],
      outcome: startup(pythonError('SyntaxError', "'await' outside async function (layer_1.py, line 5)")),
    });
    expect(problem.title).toBe('`await` stands in a plain function');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 5 });
  });

  it('speaks of indentation when that is what is wrong', () => {
    const error = pythonError('IndentationError', 'unexpected indent (views.py, line 2)');
    expect(only({ requests: [], outcome: startup(error) })).toMatchObject({
      title: 'The indentation does not fit',
      place: { file: 'views.py', line: 2 },
    });
  });
});

describe('errors while a request is served', () => {
  it('names the innermost own line of an exception in a layer', () => {
    const error = pythonError('ValueError', 'boom', [
      DJANGO,
      { file: 'layer_1.py', line: 6 },
      { file: 'asyncio.tasks', line: 10, origin: 'library' },
    ]);
    expect(only({ requests: escaped(error) })).toMatchObject({
      title: '`ValueError` was raised',
      place: { file: 'layer_1.py', line: 6 },
    });
  });

  it('tells the same error of several requests once, with all of them', () => {
    const error = pythonError('ValueError', 'boom', [{ file: 'layer_1.py', line: 6 }]);
    const problem = only({
      requests: [
        { id: 'A', status: null, error },
        { id: 'B', status: null, error },
      ],
    });
    expect(problem.requests).toEqual(['A', 'B']);
  });

  it('finds the end of a layer that returns nothing', () => {
    const source =
      'def NoReturn(get_response):\n    async def middleware(request):\n        response = await get_response(request)\n        log("After")\n    return middleware';
    const trace = {
      ...buildTrace({
        files: { 'layer_1.py': source },
        layers: [{ id: 0, name: 'NoReturn' }],
        frames: [{ id: 0, line: 4, function: 'NoReturn.<locals>.middleware' }],
        requests: escaped(
          pythonError('AttributeError', "'NoneType' object has no attribute '_resource_closers'", [DJANGO]),
        ),
      }),
      lines: [0, 1, 0],
    };
    expect(explainTrace(trace)[0]).toMatchObject({
      title: 'A layer returned `None` instead of the response',
      place: { file: 'layer_1.py', line: 4 },
    });
  });

  it('says nothing of an exception that a layer turned into a response', () => {
    const events: TraceInput['events'] = [
      { kind: 'exception', type: 'TimeoutError', message: '', request: 'A' },
    ];
    expect(explainTrace(buildTrace({ requests: [{ id: 'A', status: 504 }], events }))).toEqual([]);
  });

  it.each([
    [
      'django.core.exceptions.SynchronousOnlyOperation',
      'You cannot call this from an async context',
      'event loop',
    ],
    [
      'RuntimeError',
      'You cannot use AsyncToSync in the same thread as an async event loop - just await the async function directly.',
      '`async_to_sync`',
    ],
    ['RuntimeError', 'asyncio.run() cannot be called from a running event loop', '`asyncio.run`'],
    ['RuntimeError', 'no running event loop', 'no event loop in this thread'],
    ['TypeError', "'HttpResponse' object can't be awaited", 'cannot be awaited'],
    [
      'ValueError',
      "The view scn_views.view didn't return an HttpResponse object. It returned None instead.",
      'view',
    ],
    ['NameError', "name 'asyncio' is not defined", '`asyncio`'],
  ])('has words for %s: %s', (type, message, said) => {
    expect(only({ requests: escaped(pythonError(type, message)) }).title).toContain(said);
  });
});

describe('values that are not what Django takes them for', () => {
  const closers = (what: string) =>
    escaped(pythonError('AttributeError', `'${what}' object has no attribute '_resource_closers'`, [DJANGO]));

  it('names the return of a layer that returned something else', () => {
    const trace = buildTrace({
      files: {
        'layer_1.py': "def Simple(get_response):\n    async def middleware(request):\n        return 'hello'",
      },
      layers: [{ id: 0, name: 'Simple' }],
      frames: [{ id: 0, line: 3, function: 'Simple.<locals>.middleware' }],
      requests: closers('str'),
    });
    expect(explainTrace({ ...trace, lines: [0, 1, 0] })[0]).toMatchObject({
      title: 'A layer returned a `str` instead of a response',
      place: { file: 'layer_1.py', line: 3 },
    });
  });

  it('blames the factory when a coroutine came back although nothing was left unawaited', () => {
    const source =
      'def Simple(get_response):\n    async def middleware(request):\n        ...\n    return middleware';
    const problem = only({
      files: { 'layer_1.py': source },
      requests: closers('coroutine'),
      events: [
        {
          kind: 'warning',
          category: 'RuntimeWarning',
          message: "coroutine 'Simple.<locals>.middleware' was never awaited",
        },
      ],
    });
    expect(problem.title).toBe('`Simple` returns an async function but does not say so');
  });

  it('does not speak of the response when another coroutine was misused', () => {
    const error = pythonError('AttributeError', "'coroutine' object has no attribute 'json'", [
      { file: 'layer_1.py', line: 4 },
    ]);
    expect(only({ requests: escaped(error) })).toMatchObject({
      title: 'An `await` is missing: a coroutine was used as if it were its result',
      place: { file: 'layer_1.py', line: 4 },
    });
  });

  it('points at the view that returned nothing', () => {
    const problem = only({
      files: { 'views.py': 'import x\n\nasync def report(request):\n    ...' },
      requests: [{ id: 'A', status: 500 }],
      events: [
        logged(
          "ValueError: The view views.report didn't return an HttpResponse object. It returned None instead.",
        ),
      ],
    });
    expect(problem.place).toEqual({ file: 'views.py', line: 3 });
  });
});

describe('runs that do not end by themselves', () => {
  it('names the await that a deadlock waits at', () => {
    const problem = only({
      frames: [{ id: 0, line: 5 }],
      outcome: {
        kind: 'deadlock',
        message: 'deadlock',
        waiting: [{ request: 'A', what: 'Event.wait', frame: 0 }],
      },
    });
    expect(problem.explanation).toContain('Request A waits at line 5 of `layer_1.py` for `Event.wait`.');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 5 });
  });

  it('names the line of an endless loop', () => {
    const problem = only({
      frames: [{ id: 0, line: 8 }],
      outcome: { kind: 'limit', limit: 'lines', message: '1,000,000 lines', frame: 0 },
    });
    expect(problem.title).toBe('This loop does not seem to end');
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 8 });
  });

  it('tells of a deadlock over a lock where the lock is waited for, and names everybody once', () => {
    const problem = only({
      frames: [
        { id: 0, line: 5 },
        { id: 1, line: 6 },
      ],
      outcome: {
        kind: 'deadlock',
        message: 'deadlock',
        waiting: [
          { request: 'A', what: 'asyncio.sleep(0.1)', frame: 1 },
          { request: 'B', what: 'a lock', frame: 0 },
          { request: 'C', what: 'a lock', frame: 0 },
        ],
      },
    });
    expect(problem.place).toEqual({ file: 'layer_1.py', line: 5 });
    expect(problem.explanation).toContain('Requests B and C wait at line 5 of `layer_1.py` for `a lock`.');
  });

  it('does not add the cancelling that an exit brings about', () => {
    const error = pythonError('asyncio.exceptions.CancelledError', '');
    const outcome = { kind: 'exit', message: 'SystemExit: 3', frame: null } as const;
    expect(only({ requests: escaped(error), outcome }).title).toContain('ended');
  });

  it('explains a process exit', () => {
    expect(only({ outcome: { kind: 'exit', message: 'SystemExit: 1', frame: null } }).title).toContain(
      'ended',
    );
  });
});

it('tells of a task that failed unseen', () => {
  const message = 'Task exception was never retrieved: ValueError: lost';
  const problem = only({ events: [{ kind: 'warning', category: 'asyncio', message }] });
  expect(problem.title).toBe('A task failed and nobody looked');
  expect(problem.explanation).toContain('`ValueError: lost`');
});

it('mentions a layer that opted out', () => {
  const problem = only({
    frames: [{ id: 0, line: 3, function: 'Off' }],
    events: [
      {
        kind: 'exception',
        type: 'django.core.exceptions.MiddlewareNotUsed',
        message: 'switched off',
        frame: 0,
      },
    ],
  });
  expect(problem).toMatchObject({
    severity: 'notice',
    title: '`Off` left the stack',
    place: { file: 'layer_1.py', line: 3 },
  });
  expect(problem.explanation).toContain('(“switched off”)');
});

it('hands on the way out that the simulator names', () => {
  const problem = explainSimulatorError(
    new SimulatorError('timeout', 'Stopped after 10 s. Press Run again.'),
  );
  expect(problem).toMatchObject({
    title: 'The run took too long and was stopped',
    explanation: 'Stopped after 10 s. Press Run again.',
  });
});
