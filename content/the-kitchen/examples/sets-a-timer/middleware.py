"""A layer that asks a price service, 120 ms away, and awaits the answer."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        print("asks for prices")
        await asyncio.sleep(0.12)  # stands for an async call over the network
        print("has the prices")
        return await get_response(request)

    return middleware
