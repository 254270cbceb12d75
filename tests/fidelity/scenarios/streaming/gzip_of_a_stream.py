"""GZipMiddleware compresses an async stream piece by piece."""

import asyncio
import gzip

from django.http import StreamingHttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Unpack", "django.middleware.gzip.GZipMiddleware"],
    "requests": [{"id": "A", "path": "/", "headers": {"Accept-Encoding": "gzip"}}],
}


@async_only_middleware
def Unpack(get_response):
    async def middleware(request):
        response = await get_response(request)
        log(f"{response.streaming} {response['Content-Encoding']}")
        packed = b"".join([part async for part in response])
        log(f"unpacked {gzip.decompress(packed)}")
        response.streaming_content = iter([b"read"])
        return response

    return middleware


async def pieces():
    for number in range(3):
        yield f"{number} "
        await asyncio.sleep(0.05)


async def view(request):
    return StreamingHttpResponse(pieces())
