"""Two blocking calls, for any two threads of the loop's pool."""

import asyncio

from django.utils.decorators import async_only_middleware
from rates import fetch_rate


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        request.rates = await asyncio.gather(
            asyncio.to_thread(fetch_rate, "USD"),
            asyncio.to_thread(fetch_rate, "GBP"),
        )
        return await get_response(request)

    return middleware
