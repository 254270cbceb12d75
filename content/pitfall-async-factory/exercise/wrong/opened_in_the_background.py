# Looks right: nobody has to wait for the opening. But the first requests come before it is done.
import asyncio

from directory import open_directory
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Tenant(get_response):
    opening = None

    async def middleware(request):
        nonlocal opening
        if opening is None:
            opening = asyncio.create_task(open_directory())
        response = await get_response(request)
        if opening.done():
            response["X-Tenant"] = await opening.result().name_of(request.path)
        return response

    return middleware
