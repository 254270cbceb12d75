"""A deadline of 150 ms round the next layer."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def deadline(get_response):
    async def middleware(request):
        try:
            async with asyncio.timeout(0.15):
                return await get_response(request)
        except TimeoutError:
            print("too late")
            return HttpResponse("too late", status=504)

    return middleware
