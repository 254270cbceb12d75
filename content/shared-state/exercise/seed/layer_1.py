"""A rate limiter with a limit of two. When five come at once, five pass."""

import asyncio
import threading

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []
lock = asyncio.Lock()
thread_lock = threading.Lock()


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        if len(HITS) >= 2:
            return HttpResponse(status=429)
        response = await get_response(request)
        HITS.append(1)
        return response

    return middleware
