"""Shrinks a picture on the way, in an async layer that sends the work to a thread."""

import asyncio

from django.utils.decorators import async_only_middleware
from images import shrink


@async_only_middleware
def thumbnail(get_response):
    async def middleware(request):
        if request.path == "/picture":
            await asyncio.to_thread(shrink)
        return await get_response(request)

    return middleware
