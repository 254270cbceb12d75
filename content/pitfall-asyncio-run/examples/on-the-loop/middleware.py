"""A sync function that is called from a coroutine: neither of the two works there."""

import asyncio

from asgiref.sync import async_to_sync
from django.utils.decorators import async_only_middleware
from store import load_flags


def flags_for(path):
    if path == "/a":
        return asyncio.run(load_flags(path))
    return async_to_sync(load_flags)(path)


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        print("loading")
        request.flags = flags_for(request.path)
        print("loaded")
        return await get_response(request)

    return middleware
