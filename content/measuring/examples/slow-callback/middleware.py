"""Turns on asyncio's debug mode. In a project: PYTHONASYNCIODEBUG=1 in the environment."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def debug(get_response):
    async def middleware(request):
        asyncio.get_running_loop().set_debug(True)
        return await get_response(request)

    return middleware
