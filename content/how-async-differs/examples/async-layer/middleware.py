"""The same layer, async: it awaits the 100 ms."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def quota(get_response):
    async def middleware(request):
        if request.path == "/report":
            print("quota asks")
            await asyncio.sleep(0.1)  # asks the quota service
            print("quota knows")
        return await get_response(request)

    return middleware
