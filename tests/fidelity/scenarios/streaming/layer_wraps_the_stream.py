"""A layer upper-cases a stream, each kind of iterator in its own form."""

import asyncio

from asgiref.sync import sync_to_async
from django.http import StreamingHttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Upper"],
    "requests": [{"id": "A", "path": "/async"}, {"id": "B", "path": "/sync", "at": 0.3}],
}


@async_only_middleware
def Upper(get_response):
    async def upper(stream):
        async for piece in stream:
            yield piece.upper()

    async def middleware(request):
        response = await get_response(request)
        if response.is_async:
            response.streaming_content = upper(response.streaming_content)
        else:
            response.streaming_content = map(bytes.upper, response.streaming_content)
        return response

    return middleware


async def pieces():
    for letter in "abc":
        log(letter)
        yield letter
        await asyncio.sleep(0.05)


async def view(request):
    if request.path == "/async":
        return StreamingHttpResponse(pieces())
    return StreamingHttpResponse(await sync_to_async(list)("xyz"))
