/** Factories and classes that Django cannot make a layer of. */
import type { Explanation, Incident } from './problem';
import { type Rule, when } from './rule';
import { asyncFactory, definitionNamed, definitionOf, unawaitedCall, undeclaredFactory } from './suspects';

/** The factory is `async def`, which shows only when the coroutine it returned is used as the layer. */
function explainAsyncFactory({ trace }: Incident): Explanation | null {
  const factory = asyncFactory(trace);
  return factory === null
    ? null
    : {
        title: `The factory \`${factory.name}\` is \`async def\``,
        explanation:
          'Django calls the factory once, at start-up, and keeps what it returns as the layer. Calling an ' +
          '`async def` returns a coroutine object, and every request then tries to call that. Make the factory a plain ' +
          '`def`, keep the function inside it `async def`, and declare it with `@async_only_middleware`.',
        place: factory,
      };
}

/** A plain factory returned an async function where Django was promised a sync one. */
function explainUndeclaredFactory({ trace }: Incident): Explanation | null {
  const factory = undeclaredFactory(trace);
  if (factory === null) return null;
  return factory.both
    ? {
        title: `\`${factory.name}\` returned an async function where a sync one was needed`,
        explanation:
          'It is declared for both worlds with `@sync_and_async_middleware`, and Django asked for the sync form because what ' +
          'lies below is sync. Look at `get_response` with `iscoroutinefunction` and return a plain function when it is not async.',
        place: factory,
      }
    : {
        title: `\`${factory.name}\` returns an async function but does not say so`,
        explanation:
          'Without a declaration Django takes a layer for sync, which does not work for an `async def`. ' +
          'Put `@async_only_middleware` (from `django.utils.decorators`) above the factory.',
        place: factory,
      };
}

export const factoryRules: readonly Rule[] = [
  when(/^TypeError$/, /'coroutine' object is not callable|Response\w*' object can't be awaited/, (incident) =>
    explainAsyncFactory(incident),
  ),
  when(/^TypeError$/, /sync_to_async can only be applied to sync functions/, (incident) =>
    explainUndeclaredFactory(incident),
  ),
  when(/^AttributeError$/, /^'coroutine' object has no attribute '_resource_closers'/, (incident) =>
    unawaitedCall(incident.trace) === null ? explainUndeclaredFactory(incident) : null,
  ),
  when(/ImproperlyConfigured$/, /Middleware factory (\S+) returned None/, ({ trace }, [, path = '']) => ({
    title: `The factory \`${path}\` returned nothing`,
    explanation: 'A factory must hand Django the layer it made. End it with `return middleware`.',
    place: definitionOf(trace, path),
  })),
  when(/^RuntimeError$/, /must have at least one of sync_capable\/async_capable/, () => ({
    title: 'A layer says that it is neither sync nor async',
    explanation:
      'One of `sync_capable` and `async_capable` must be true, or Django has no way to call the layer.',
  })),
  when(/^TypeError$/, /^(\w+)\(\) takes 0 positional arguments but/, ({ trace }, [, name = '']) => ({
    title: `\`${name}\` takes no argument, but is given one`,
    explanation:
      'Django calls a factory with `get_response`, and the layer with `request`: each needs that parameter.',
    place: definitionNamed(trace, name),
  })),
];
