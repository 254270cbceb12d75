# Looks right: opened once, by whoever is first. But now all requests pass in single file, for ever.
import asyncio

from directory import open_directory
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    lock = asyncio.Lock()
    directory = None

    async def middleware(request):
        nonlocal directory
        async with lock:
            if directory is None:
                directory = await open_directory()
            response = await get_response(request)
            response["X-Tenant"] = await directory.name_of(request.path)
        return response

    return middleware
