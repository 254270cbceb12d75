"""The set-up at start-up, in an event loop made for it, which is closed when it is done."""

import asyncio

from django.utils.decorators import async_only_middleware
from tenants import open_directory


@async_only_middleware
def tenant(get_response):
    directory = asyncio.run(open_directory())

    async def middleware(request):
        request.tenant = await directory.name_of(request.path)
        return await get_response(request)

    return middleware
