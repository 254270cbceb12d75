/** The scenario of the crowd: many requests at once through layers of both forms, as the benchmark runs it. */

const asyncLayer = (header) => `from django.utils.decorators import async_only_middleware


@async_only_middleware
def Layer(get_response):
    async def middleware(request):
        response = await get_response(request)
        response["${header}"] = "async"
        return response

    return middleware
`;
const SYNC_LAYER = `from django.utils.decorators import sync_only_middleware


@sync_only_middleware
def Layer(get_response):
    def middleware(request):
        response = get_response(request)
        response["X-Middle"] = "sync"
        return response

    return middleware
`;
const VIEW = `import asyncio

from django.http import HttpResponse


async def view(request):
    await asyncio.sleep(0.1)
    return HttpResponse("ok")
`;

/**
 * An async, a sync and an async layer over an async view that sleeps 0.1 s.
 * @param {number} count requests that arrive together
 */
export const crowd = (count) => ({
  id: `crowd-${count}`,
  layers: [
    { entry: 'Layer', source: asyncLayer('X-Outer') },
    { entry: 'Layer', source: SYNC_LAYER },
    { entry: 'Layer', source: asyncLayer('X-Inner') },
  ],
  view: VIEW,
  requests: Array.from({ length: count }, (_, index) => ({ id: `R${index + 1}`, path: '/' })),
});
