/** Programs that go wrong the way learners' do: what the engine makes of each must come out as one clear message. */
import { describe, expect, it } from 'vitest';
import { explainTrace } from '@/lib/simulator/explain-error';
import { traceSchema } from '@/lib/trace/schema';
import { runScenario } from './interpreter';

const IMPORTS = 'import asyncio\nfrom django.utils.decorators import async_only_middleware\n\n\n';
const VIEW =
  'from django.http import HttpResponse\n\n\nasync def view(request):\n    return HttpResponse("ok")\n';

/** A layer whose inner function has this body. Its first line is line 8 of `layer_1.py`. */
function layer(
  body: string,
  { factory = 'def Simple(get_response):', decorator = '@async_only_middleware' } = {},
): string {
  const lines = body.split('\n').map((line) => `        ${line}\n`);
  return `${IMPORTS}${decorator}\n${factory}\n    async def middleware(request):\n${lines.join('')}    return middleware\n`;
}

async function problemsOf(source: string, path = 'layer_1.Simple') {
  const scenario = {
    id: 'mistake',
    layers: [path],
    files: { 'layer_1.py': source },
    view: VIEW,
    requests: [
      { id: 'A', path: '/' },
      { id: 'B', path: '/', at: 0.01 },
    ],
  };
  return explainTrace(traceSchema.parse(JSON.parse(await runScenario(scenario))));
}

const AWAITED = 'response = await get_response(request)\n';

describe('a mistake comes out as one message at its line', () => {
  it.each([
    ['a missing await', layer('response = get_response(request)\nreturn response'), 8, /`await` is missing/],
    [
      'a missing await that breaks the layer itself',
      layer("response = get_response(request)\nresponse['X'] = '1'\nreturn response"),
      8,
      /`await` is missing/,
    ],
    ['a sleep that nobody awaits', layer(`asyncio.sleep(1)\n${AWAITED}return response`), 8, /never awaited/],
    [
      'a bracket left open',
      layer('response = await get_response(request\nreturn response'),
      8,
      /cannot read/,
    ],
    ['a block that is not indented', `${IMPORTS}def Simple(get_response):\nreturn 1\n`, 6, /indentation/],
    [
      'await in a plain function',
      `${IMPORTS}def Simple(get_response):\n    def middleware(request):\n        return await get_response(request)\n`,
      7,
      /plain function/,
    ],
    ['an exception in a layer', layer(`${AWAITED}raise ValueError('boom')`), 9, /`ValueError` was raised/],
    ['a layer that returns None', layer(`${AWAITED}print(response)`), 9, /returned `None`/],
    ['a layer that returns text', layer(`${AWAITED}return 'hello'`), 9, /returned a `str`/],
    [
      'an async def factory',
      layer('return await get_response(request)', {
        factory: 'async def Simple(get_response):',
        decorator: '',
      }),
      6,
      /`Simple` is `async def`/,
    ],
    [
      'a factory that does not declare itself',
      layer('return await get_response(request)', { decorator: '' }),
      6,
      /does not say so/,
    ],
    ['an endless loop', layer('while True: pass'), 8, /does not seem to end/],
    ['a deadlock', layer('await asyncio.Event().wait()'), 8, /never come/],
    ['an exit', layer('raise SystemExit(3)'), 8, /ended the whole process/],
    ['a second loop', layer('return asyncio.run(get_response(request))'), 8, /`asyncio.run`/],
  ])('%s', async (_, source, line, title) => {
    const problems = await problemsOf(source);
    expect(problems.map((problem) => problem.title)).toEqual([expect.stringMatching(title)]);
    expect(problems[0]?.place).toEqual({ file: 'layer_1.py', line });
  });

  it('an unknown dotted path, with what there is instead', async () => {
    const [problem] = await problemsOf(layer(`${AWAITED}return response`), 'layer_1.Simpel');
    expect(problem?.title).toBe('`layer_1.py` has no `Simpel`');
    expect(problem?.explanation).toContain('Defined there: `Simple`');
  });
});

it('a program without a mistake has nothing to explain', async () => {
  expect(await problemsOf(layer(`${AWAITED}return response`))).toEqual([]);
});
