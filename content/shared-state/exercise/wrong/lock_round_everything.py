# Looks right: exactly two pass. But one after the other, and so it is for every request to come.
import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []
lock = asyncio.Lock()


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        async with lock:
            if len(HITS) >= 2:
                return HttpResponse(status=429)
            response = await get_response(request)
            HITS.append(1)
            return response

    return middleware
