# Looks right: the factory is plain and the directory open. But its event loop is closed by then.
import asyncio

from directory import open_directory
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    directory = asyncio.run(open_directory())

    async def middleware(request):
        response = await get_response(request)
        response["X-Tenant"] = await directory.name_of(request.path)
        return response

    return middleware
