"""GZipMiddleware packs a long answer for who accepts it, in one hop of its own."""

import gzip

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Look", "django.middleware.gzip.GZipMiddleware"],
    "requests": [
        {"id": "A", "path": "/", "headers": {"Accept-Encoding": "gzip"}},
        {"id": "B", "path": "/", "at": 0.1},
    ],
}


@async_only_middleware
def Look(get_response):
    async def middleware(request):
        response = await get_response(request)
        log(response.get("Content-Encoding"))
        content = response.content
        if response.has_header("Content-Encoding"):
            content = gzip.decompress(content)
        log(len(content))
        return HttpResponse("looked", headers={"Vary": response["Vary"]})

    return middleware


async def view(request):
    return HttpResponse("word " * 100)
