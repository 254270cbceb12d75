"""Two async layers. The second asks a slow service, and for some tenants in the wrong way."""

import asyncio
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        started = time.monotonic()
        response = await get_response(request)
        elapsed = (time.monotonic() - started) * 1000
        response["Server-Timing"] = f"app;dur={elapsed:.0f}"
        return response

    return middleware


@async_only_middleware
def quota(get_response):
    async def middleware(request):
        if request.GET.get("tenant") == "legacy":
            time.sleep(0.06)
        else:
            await asyncio.sleep(0.015)
        return await get_response(request)

    return middleware
