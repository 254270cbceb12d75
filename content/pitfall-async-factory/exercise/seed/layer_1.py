"""Django starts with this layer, and no request gets an answer."""

import asyncio

from directory import open_directory
from django.utils.decorators import async_only_middleware


@async_only_middleware
async def Tenant(get_response):
    directory = await open_directory()

    async def middleware(request):
        response = await get_response(request)
        response["X-Tenant"] = await directory.name_of(request.path)
        return response

    return middleware
