# Looks right: two threads, one would think. But thread-sensitive calls queue for the same one.
import asyncio
import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def user():
    time.sleep(0.1)
    return "u"


def flags():
    time.sleep(0.1)
    return "f"


@async_only_middleware
def Load(get_response):
    async def middleware(request):
        u, f = await asyncio.gather(sync_to_async(user)(), sync_to_async(flags)())
        response = await get_response(request)
        response["X-Data"] = str(u) + str(f)
        return response

    return middleware
