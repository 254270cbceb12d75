"""The outer layer measures every request. The inner one waits, and gives the loop back."""

import asyncio
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        started = time.monotonic()
        response = await get_response(request)
        elapsed = time.monotonic() - started
        print(f"{request.path} took {elapsed * 1000:.0f} ms")
        return response

    return middleware


@async_only_middleware
def geo(get_response):
    async def middleware(request):
        if request.path != "/health":
            await asyncio.sleep(0.15)  # stands for a lookup over the network
        return await get_response(request)

    return middleware
