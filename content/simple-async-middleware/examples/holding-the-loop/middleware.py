"""An async layer that waits for a fifth of a second before it lets a request in."""

import asyncio
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def slow_check(get_response):
    async def middleware(request):
        print("check begins")
        time.sleep(0.2)
        print("check ends")
        return await get_response(request)

    return middleware
