# Looks right: counted before the view. But others get a turn before the counting.
import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        if len(HITS) >= 2:
            return HttpResponse(status=429)
        await asyncio.sleep(0.01)
        HITS.append(1)
        return await get_response(request)

    return middleware
