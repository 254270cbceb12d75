"""Two sync calls at once, for each request, in the pool."""

import asyncio
import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def fetch(what):
    print(f"fetch {what}")
    time.sleep(0.1)


@async_only_middleware
def load(get_response):
    async def middleware(request):
        await asyncio.gather(
            sync_to_async(fetch, thread_sensitive=False)("user"),
            sync_to_async(fetch, thread_sensitive=False)("flags"),
        )
        print("loaded")
        return await get_response(request)

    return middleware
