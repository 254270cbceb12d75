/** Values that are not what the code takes them for: coroutines, `None`, finished responses. */
import { type Rule, when } from './rule';
import { definitionOf, missingReturn, outermostReturn, unawaitedCall } from './suspects';

export const awaitRules: readonly Rule[] = [
  when(
    /^(AttributeError|TypeError)$/,
    /^'coroutine' object|^argument of type 'coroutine'/,
    ({ trace, error }) => {
      const call = unawaitedCall(trace);
      return call !== null || error.message.includes('_resource_closers')
        ? {
            title: 'An `await` is missing: a coroutine was used as if it were the response',
            explanation:
              'Calling an async function only makes a coroutine; nothing of it runs until somebody awaits it. So the layers below ' +
              'and the view never ran, and the coroutine went up as the response. Write `await get_response(request)`.',
            ...(call === null ? {} : { place: call }),
          }
        : {
            title: 'An `await` is missing: a coroutine was used as if it were its result',
            explanation:
              'Calling an async function only makes a coroutine; nothing of it runs until somebody awaits it. ' +
              'Find where the value on this line was made, and put `await` before that call.',
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
    ({ trace }, [, view = '', what = '']) => ({
      title: what.includes('coroutine')
        ? `The view \`${view}\` returned a coroutine`
        : `The view \`${view}\` returned \`None\``,
      explanation: what.includes('coroutine')
        ? 'Somewhere in the view an `await` is missing, or the view should be `async def`.'
        : 'Every path through a view must `return` a response.',
      place: definitionOf(trace, view),
    }),
  ),
  when(/^(AttributeError|TypeError)$/, /^'NoneType' object/, (incident) =>
    AS_A_RESPONSE.test(incident.error.message)
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
  when(
    /^AttributeError$/,
    /^'(\w+)' object has no attribute '_resource_closers'/,
    ({ trace }, [, what = '']) => ({
      title: `A layer returned a \`${what}\` instead of a response`,
      explanation: 'Every layer hands an `HttpResponse` to the one above: the one it got, or one of its own.',
      place: outermostReturn(trace),
    }),
  ),
];

/** What Django and layers do with a response. */
const AS_A_RESPONSE =
  /has no attribute '(_resource_closers|headers|status_code|streaming|cookies|close|content)'|item assignment/;
