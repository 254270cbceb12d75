# Looks right: what is shared is changed under a lock. But the question is asked outside it.
import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []
lock = asyncio.Lock()


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        if len(HITS) >= 2:
            return HttpResponse(status=429)
        response = await get_response(request)
        async with lock:
            HITS.append(1)
        return response

    return middleware
