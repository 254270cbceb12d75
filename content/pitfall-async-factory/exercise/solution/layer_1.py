import asyncio

from directory import open_directory
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    opening = asyncio.Lock()
    directory = None

    async def middleware(request):
        nonlocal directory
        async with opening:
            if directory is None:
                directory = await open_directory()
        response = await get_response(request)
        response["X-Tenant"] = await directory.name_of(request.path)
        return response

    return middleware
