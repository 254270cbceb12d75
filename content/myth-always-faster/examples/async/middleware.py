"""The same timer, async, over an async view."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        started = time.monotonic()
        response = await get_response(request)
        elapsed = time.monotonic() - started
        print(f"out after {elapsed * 1000:.0f} ms")
        return response

    return middleware
