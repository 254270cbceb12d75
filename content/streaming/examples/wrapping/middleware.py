"""A timer that stays with an async stream to its end."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def timed(pieces, began):
        try:
            async for piece in pieces:
                yield piece
        finally:
            print(f"timer: {1000 * (time.monotonic() - began):.0f} ms")

    async def middleware(request):
        began = time.monotonic()
        response = await get_response(request)
        if response.streaming and response.is_async:
            response.streaming_content = timed(response.streaming_content, began)
        else:
            print(f"timer: {1000 * (time.monotonic() - began):.0f} ms")
        return response

    return middleware
