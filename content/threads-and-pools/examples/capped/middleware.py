"""A limit in front of the sync layer: at most two requests hold a thread for it."""

import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def two_at_a_time(get_response):
    free = asyncio.Semaphore(2)

    async def middleware(request):
        async with free:
            return await get_response(request)

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware
