"""Two blocking calls, both for the request's own thread."""

import asyncio

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware
from rates import fetch_rate


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        request.rates = await asyncio.gather(
            sync_to_async(fetch_rate)("USD"),
            sync_to_async(fetch_rate)("GBP"),
        )
        return await get_response(request)

    return middleware
