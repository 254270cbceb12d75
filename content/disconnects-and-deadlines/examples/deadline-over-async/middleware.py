"""A deadline of 100 ms for everything below."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def deadline(get_response):
    async def middleware(request):
        try:
            async with asyncio.timeout(0.1):
                return await get_response(request)
        except TimeoutError:
            print("deadline: 504")
            return HttpResponse("too late", status=504)

    return middleware
