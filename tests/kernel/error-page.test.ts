/** Django's page for an error under DEBUG: it reads the frames of the traceback, and the clock of the time zone. */
import { expect, test } from 'vitest';
import { requests, scenario, traceOf } from './scenarios';

const FAILING_VIEW = `import asyncio


async def view(request):
    await asyncio.sleep(0.01)
    raise ValueError('shown to the developer')
`;

test.each(['asgi', 'wsgi'] as const)('is shown to every request under %s', async (mode) => {
  const layer = 'def Layer(get_response):\n    return get_response\n';
  const more = {
    view: FAILING_VIEW,
    requests: requests(4),
    mode,
    wsgi_threads: 4,
    settings: { DEBUG: true },
  };
  const trace = await traceOf(scenario(layer, more));
  expect(trace.requests.map(({ status }) => status)).toEqual([500, 500, 500, 500]);
  expect(trace.requests.every(({ body }) => body.includes('shown to the developer'))).toBe(true);
});
