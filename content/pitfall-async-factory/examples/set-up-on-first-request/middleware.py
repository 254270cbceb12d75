"""The factory is plain. The first request awaits the set-up; others wait for it."""

import asyncio

from django.utils.decorators import async_only_middleware
from tenants import open_directory


@async_only_middleware
def tenant(get_response):
    opening = asyncio.Lock()
    directory = None

    async def middleware(request):
        nonlocal directory
        async with opening:
            if directory is None:
                directory = await open_directory()
        request.tenant = await directory.name_of(request.path)
        return await get_response(request)

    return middleware
