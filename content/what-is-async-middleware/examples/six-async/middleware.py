"""The same layer, async: it awaits the answer."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def stock(get_response):
    async def middleware(request):
        await asyncio.sleep(0.1)  # stands for an async call over the network
        return await get_response(request)

    return middleware
