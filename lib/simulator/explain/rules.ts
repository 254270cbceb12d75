/** What the errors that async middleware is known for mean, in plain words. The first rule that fits speaks. */
import type { Explanation, Incident } from './problem';
import { asyncFactory, missingReturn, unawaitedCall, undeclaredFactory } from './suspects';
import { syntaxRules } from './syntax-rules';

export type Rule = (incident: Incident) => Explanation | null;

/** A rule for errors whose type and message match. */
function when(
  type: RegExp,
  message: RegExp,
  explain: (incident: Incident, parts: readonly string[]) => Explanation,
): Rule {
  return (incident) => {
    if (!type.test(incident.error.type)) return null;
    const match = message.exec(incident.error.message);
    return match === null ? null : explain(incident, match);
  };
}

const factoryRules: readonly Rule[] = [
  when(/^TypeError$/, /'coroutine' object is not callable/, ({ trace }) => {
    const factory = asyncFactory(trace);
    return {
      title:
        factory === null
          ? 'A coroutine was called like a function'
          : `The factory \`${factory.name}\` is \`async def\``,
      explanation:
        'Django calls the factory once, at start-up, and keeps what it returns as the layer. Calling an ' +
        '`async def` returns a coroutine object, and every request then tries to call that. Make the factory a plain ' +
        '`def`, keep the function inside it `async def`, and declare it with `@async_only_middleware`.',
      ...(factory === null ? {} : { place: factory }),
    };
  }),
  when(/^TypeError$/, /sync_to_async can only be applied to sync functions/, ({ trace }) => {
    const factory = undeclaredFactory(trace);
    const who = factory === null ? 'A factory' : `\`${factory.name}\``;
    return factory?.both === true
      ? {
          title: `${who} returned an async function where a sync one was needed`,
          explanation:
            'It is declared for both worlds with `@sync_and_async_middleware`, and Django asked for the sync form because the ' +
            'layer below is sync. Look at `get_response` with `iscoroutinefunction` and return a plain function when it is not async.',
          place: factory,
        }
      : {
          title: `${who} returns an async function but does not say so`,
          explanation:
            'Without a declaration Django takes a layer for sync and wraps it to run in a thread, which does not work for an ' +
            '`async def`. Put `@async_only_middleware` (from `django.utils.decorators`) above the factory.',
          place: factory,
        };
  }),
  when(/ImproperlyConfigured$/, /Middleware factory (\S+) returned None/, (_, [, path = '']) => ({
    title: `The factory \`${path}\` returned nothing`,
    explanation: 'A factory must hand Django the layer it made. End it with `return middleware`.',
  })),
  when(/^RuntimeError$/, /must have at least one of sync_capable\/async_capable/, () => ({
    title: 'A layer says that it is neither sync nor async',
    explanation:
      'One of `sync_capable` and `async_capable` must be true, or Django has no way to call the layer.',
  })),
  when(/^TypeError$/, /takes (?:0|no) (?:positional )?arguments? (?:but|\()/, () => ({
    title: 'A function was given an argument it does not take',
    explanation:
      'Django calls a factory with `get_response`, and the layer with `request`: each needs that one parameter.',
  })),
  when(
    /^(ImportError|ModuleNotFoundError)$/,
    /Module "(\w+)" does not define a "(\w+)" attribute/,
    ({ trace }, [, module = '', name = '']) => {
      const source = trace.files.find(({ path }) => path === `${module}.py`)?.source ?? '';
      const defined = [...source.matchAll(/^(?:async\s+)?(?:def|class)\s+(\w+)/gm)].map(
        ([, found]) => `\`${found}\``,
      );
      return {
        title: `\`${module}.py\` has no \`${name}\``,
        explanation:
          `\`MIDDLEWARE\` names \`${module}.${name}\`, so Django looks for \`${name}\` in \`${module}.py\`. ` +
          (defined.length === 0
            ? 'Nothing is defined there.'
            : `Defined there: ${defined.join(', ')}. Check the spelling.`),
        place: source === '' ? null : { file: `${module}.py`, line: 1 },
      };
    },
  ),
  when(/^ModuleNotFoundError$/, /No module named '([\w.]+)'/, ({ trace, error }, [, module = '']) => ({
    title: `There is no module \`${module}\``,
    explanation:
      (error.frames.some(({ origin }) => origin === 'learner')
        ? 'The import asks for a module that does not exist here. '
        : 'A dotted path in the settings (`MIDDLEWARE`, say) starts with a module that does not exist. ') +
      `Your files: ${trace.files.map(({ path }) => `\`${path}\``).join(', ')}; beside them there are Django, asgiref, httpx and the standard library.`,
  })),
];

const awaitRules: readonly Rule[] = [
  when(
    /^(AttributeError|TypeError)$/,
    /^'coroutine' object|^argument of type 'coroutine'/,
    ({ trace, error }) => {
      const call = unawaitedCall(trace);
      const own = error.frames.findLast(({ origin }) => origin === 'learner');
      return {
        title: 'An `await` is missing: a coroutine was used as if it were the response',
        explanation:
          'Calling an async function only makes a coroutine; nothing of it runs until somebody awaits it. So the layers below ' +
          'and the view never ran, and the coroutine went up as the response. Write `await get_response(request)`.',
        place: call ?? own ?? null,
      };
    },
  ),
  when(
    /^TypeError$/,
    /object (\w+) can't be used in 'await' expression|'(\w+)' object can't be awaited/,
    (_, [, a, b]) => {
      const what = a ?? b ?? 'value';
      return {
        title: `\`await\` was given ${what === 'NoneType' ? '`None`' : `a \`${what}\``}, which cannot be awaited`,
        explanation: /Response/.test(what)
          ? '`get_response` returned a finished response, so it is a sync function here. A layer that runs in its sync form must ' +
            'call `get_response(request)` without `await`; one that must be async is declared with `@async_only_middleware`.'
          : 'Only a coroutine, a task or a future can be awaited. A plain function is called without `await`.',
      };
    },
  ),
  when(
    /^ValueError$/,
    /^The view (\S+) didn't return an HttpResponse object\. It returned (.+) instead/,
    (_, [, view = '', what = '']) => ({
      title: what.includes('coroutine')
        ? `The view \`${view}\` returned a coroutine`
        : `The view \`${view}\` returned \`None\``,
      explanation: what.includes('coroutine')
        ? 'Somewhere in the view an `await` is missing, or the view should be `async def`.'
        : 'Every path through a view must `return` a response.',
    }),
  ),
  when(/^(AttributeError|TypeError)$/, /^'NoneType' object/, (incident) =>
    /_resource_closers|has no attribute '(headers|status_code|streaming|cookies|close)'|item assignment/.test(
      incident.error.message,
    )
      ? {
          title: 'A layer returned `None` instead of the response',
          explanation:
            'The response went into this layer and did not come out: a function without `return` returns `None`, and everything ' +
            'above it gets that. End the layer with `return response`.',
          place: missingReturn(incident.trace),
        }
      : {
          title: 'Something is `None` that should not be',
          explanation: `Python says \`${incident.error.message}\`. Look at where the value on this line comes from.`,
        },
  ),
];

const loopRules: readonly Rule[] = [
  when(/SynchronousOnlyOperation$/, /./, () => ({
    title: 'Sync database code was called on the event loop',
    explanation:
      'Django refuses, because the query would hold the loop for all requests. Use the async twin (`aget`, `acount`, `async for`), ' +
      'or put the sync code in a function and call it with `await sync_to_async(function)()`.',
  })),
  when(/^RuntimeError$/, /cannot use AsyncToSync in the same thread as an async event loop/, () => ({
    title: '`async_to_sync` was called on the event loop',
    explanation:
      'This thread already runs a loop, and waiting here would stop it. In an `async def`, just `await` the function.',
  })),
  when(
    /^RuntimeError$/,
    /(asyncio\.run\(\)|This event loop|Cannot run the event loop).*(running|another loop)/,
    () => ({
      title: '`asyncio.run` was called where a loop already runs',
      explanation:
        'There is one loop for all requests and it is running this code. In an `async def`, `await` the coroutine instead.',
    }),
  ),
  when(/^RuntimeError$/, /no (running|current) event loop/, () => ({
    title: 'There is no event loop in this thread',
    explanation:
      'A sync layer runs in a worker thread, where `asyncio` functions such as `create_task` have no loop to use. ' +
      'Make the layer async, or cross over with `async_to_sync`.',
  })),
  when(/^RuntimeError$/, /cannot use ATOMIC_REQUESTS with async views/, () => ({
    title: '`ATOMIC_REQUESTS` does not go with an async view',
    explanation:
      'Transactions are sync in Django. Open one with `transaction.atomic()` inside a function called through `sync_to_async`.',
  })),
  when(/CancelledError$/, /^/, () => ({
    title: 'The work was cancelled and nobody handled it',
    explanation:
      '`CancelledError` comes out of the `await` that was being waited for, when a deadline passes or the client leaves.',
  })),
  when(/^RecursionError$/, /./, () => ({
    title: 'A function calls itself without end',
    explanation:
      'Python gave up after too many calls inside each other. Look for a layer that calls itself instead of `get_response`.',
  })),
  when(/^NameError$/, /name '(\w+)' is not defined/, (_, [, name = '']) => ({
    title: `The name \`${name}\` is not defined`,
    explanation: `Nothing called \`${name}\` exists where it is used. Check the spelling, or import it at the top of the file.`,
  })),
  when(/^UnboundLocalError$/, /./, ({ error }) => ({
    title: 'A variable is used before it has a value',
    explanation: `Python says \`${error.message}\`. A name assigned anywhere in a function is local to it; for a counter outside, say \`nonlocal\` or \`global\`.`,
  })),
];

/** All rules, most telling first. */
export const rules: readonly Rule[] = [...syntaxRules, ...factoryRules, ...awaitRules, ...loopRules];
