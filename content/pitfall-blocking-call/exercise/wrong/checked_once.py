# Looks right, and fast: everybody shares the first outcome. But each request needs its own.
import asyncio
import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def legacy_check():
    log("check")
    time.sleep(0.1)


@async_only_middleware
def Check(get_response):
    first = None

    async def middleware(request):
        nonlocal first
        if first is None:
            first = asyncio.ensure_future(sync_to_async(legacy_check)())
        await asyncio.shield(first)
        return await get_response(request)

    return middleware
