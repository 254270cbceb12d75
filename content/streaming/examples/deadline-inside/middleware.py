"""A deadline for the whole response: 150 ms from the request to the last piece."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def deadline(get_response):
    async def in_time(pieces, until):
        while True:
            try:
                async with asyncio.timeout_at(until):
                    piece = await anext(pieces)
            except StopAsyncIteration:
                return
            except TimeoutError:
                print("cut off")
                yield b"-- cut off --\n"
                return
            yield piece

    async def middleware(request):
        until = asyncio.get_running_loop().time() + 0.15
        try:
            async with asyncio.timeout_at(until):
                response = await get_response(request)
        except TimeoutError:
            print("too late")
            return HttpResponse("too late", status=504)
        if response.streaming and response.is_async:
            response.streaming_content = in_time(response.streaming_content, until)
        return response

    return middleware
