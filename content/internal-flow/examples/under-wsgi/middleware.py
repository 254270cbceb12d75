"""An async layer, whatever the server speaks."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def outer(get_response):
    async def middleware(request):
        print("outer in")
        await asyncio.sleep(0.05)  # stands for an async call over the network
        response = await get_response(request)
        print("outer out")
        return response

    return middleware
