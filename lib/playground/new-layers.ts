/** Layers to begin with: each a small file that starts as it stands. */

export type NewLayer = {
  /** The module and the callable in it. */
  readonly name: string;
  readonly about: string;
  readonly source: string;
};

const asyncLayer = (name: string, imports: string, before: string, after: string) => `${imports}
from django.utils.decorators import async_only_middleware


@async_only_middleware
def ${name}(get_response):
    async def middleware(request):
${before}        response = await get_response(request)
${after}        return response

    return middleware
`;

export const newLayers: readonly NewLayer[] = [
  {
    name: 'timer',
    about: 'measures a request',
    source: asyncLayer(
      'timer',
      'import time\n',
      '        started = time.monotonic()\n',
      '        print(f"{request.path} took {(time.monotonic() - started) * 1000:.0f} ms")\n',
    ),
  },
  {
    name: 'lookup',
    about: 'awaits an answer for 100 ms',
    source: asyncLayer('lookup', 'import asyncio\n', '        await asyncio.sleep(0.1)\n', ''),
  },
  {
    name: 'blocker',
    about: 'blocks for 100 ms, inside a coroutine',
    source: asyncLayer('blocker', 'import time\n', '        time.sleep(0.1)\n', ''),
  },
  {
    name: 'stamp',
    about: 'sets a header',
    source: asyncLayer('stamp', '', '', '        response["X-Stamp"] = "1"\n').replace(/^\n/, ''),
  },
  {
    name: 'gate',
    about: 'answers early where a header is missing',
    source: `from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def gate(get_response):
    async def middleware(request):
        if "X-Key" not in request.headers:
            return HttpResponse("no key", status=401)
        return await get_response(request)

    return middleware
`,
  },
  {
    name: 'legacy',
    about: 'a sync layer that blocks its thread for 100 ms',
    source: `import time


def legacy(get_response):
    def middleware(request):
        time.sleep(0.1)
        return get_response(request)

    return middleware
`,
  },
];

/** A name that none of the files has: 'timer', 'timer_2', ... */
export function freeName(name: string, files: Readonly<Record<string, string>>): string {
  for (let number = 1; ; number += 1) {
    const candidate = number === 1 ? name : `${name}_${number}`;
    if (!(`${candidate}.py` in files)) return candidate;
  }
}

/** The file of a new layer under a name of its own. */
export function sourceNamed({ name, source }: NewLayer, free: string): string {
  return source.replaceAll(new RegExp(`\\bdef ${name}\\(`, 'g'), `def ${free}(`);
}
