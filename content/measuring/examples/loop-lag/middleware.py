"""A probe for the loop: it asks to be woken every 20 ms, and says when that came late."""

import asyncio
import time

from django.utils.decorators import async_only_middleware

INTERVAL = 0.02
LIMIT = 0.1
probes = set()


async def probe():
    while True:
        began = time.monotonic()
        await asyncio.sleep(INTERVAL)
        lag = time.monotonic() - began - INTERVAL
        if lag > LIMIT:
            print("loop lag above 100 ms")


@async_only_middleware
def watch_the_loop(get_response):
    async def middleware(request):
        if not probes:
            probes.add(asyncio.create_task(probe()))
        return await get_response(request)

    return middleware
