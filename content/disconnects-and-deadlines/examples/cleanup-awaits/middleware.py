"""A layer with something to give back, which takes an await of its own."""

import asyncio

from django.utils.decorators import async_only_middleware


async def release_lock():
    await asyncio.sleep(0.05)
    print("released")


@async_only_middleware
def locked(get_response):
    async def middleware(request):
        print("locked")
        try:
            return await get_response(request)
        finally:
            print("finally")
            await release_lock()

    return middleware
