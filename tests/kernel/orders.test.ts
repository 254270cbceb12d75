/** A seed puts what is due at the same instant into another order, and nothing else. */
import { describe, expect, it } from 'vitest';
import { asyncLayer, eventsOf, outputOf, requests, scenario, traceOf } from './scenarios';

const SEEDS = [0, 1, 2, 3, 4];

const arrivalsOf = async (seed: number, more: Parameters<typeof scenario>[1] = {}) => {
  const trace = await traceOf(scenario(asyncLayer('pass'), { requests: requests(3), seed, ...more }));
  expect(trace.outcome).toEqual({ kind: 'finished' });
  return eventsOf(trace, 'request-arrive').map(({ request }) => request);
};

const orders = (found: readonly (readonly unknown[])[]) => new Set(found.map((order) => order.join(' ')));

describe('a seed', () => {
  it.each(['asgi', 'wsgi'] as const)(
    'lets requests that arrive together come in another order, under %s',
    async (mode) => {
      const found = await Promise.all(SEEDS.map((seed) => arrivalsOf(seed, { mode })));
      expect(found[0]).toEqual(['A', 'B', 'C']);
      expect(orders(found).size).toBeGreaterThan(1);
      for (const order of found) expect(order.toSorted()).toEqual(['A', 'B', 'C']);
    },
  );

  it('leaves requests that arrive apart in their order', async () => {
    const apart = requests(3).map((request, index) => ({ ...request, at: index / 1000 }));
    const found = await Promise.all(SEEDS.map((seed) => arrivalsOf(seed, { requests: apart })));
    expect([...orders(found)]).toEqual(['A B C']);
  });

  it('fires timers that are due together in another order', async () => {
    const printed = async (seed: number) =>
      outputOf(
        await traceOf(
          scenario(
            asyncLayer(
              'loop = asyncio.get_running_loop()',
              'when = loop.time() + 0.01',
              "for name in 'abc': loop.call_at(when, print, name)",
              "loop.call_at(when + 0.001, print, 'later')",
            ),
            { seed },
          ),
        ),
      );
    const found = await Promise.all(SEEDS.map(printed));
    expect(found[0]).toEqual(['a', 'b', 'c', 'later']);
    expect(orders(found).size).toBeGreaterThan(1);
    for (const lines of found) expect(lines.at(-1)).toBe('later');
  });

  it('keeps the pieces of one body in their order', async () => {
    const view = [
      'from django.http import HttpResponse',
      'async def view(request):',
      '    return HttpResponse(request.body)',
    ].join('\n');
    const body_chunks: [number, string][] = ['o', 'n', 'e'].map((text) => [0.01, text]);
    for (const seed of SEEDS) {
      const trace = await traceOf(
        scenario(asyncLayer('pass'), {
          view,
          requests: [{ id: 'A', path: '/', method: 'POST', body_chunks }],
          seed,
        }),
      );
      expect(trace.requests[0]?.body).toBe('one');
    }
  });

  it('gives the same trace each time, and has no part in what is random', async () => {
    const run = (seed: number) =>
      traceOf(scenario(asyncLayer('import random', 'print(random.random(), os.urandom(4).hex())'), { seed }));
    expect(await run(5)).toEqual(await run(5));
    expect(outputOf(await run(5))).toEqual(outputOf(await run(0)));
  });
});
