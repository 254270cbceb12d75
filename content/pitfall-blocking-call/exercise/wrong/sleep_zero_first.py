# Looks right: the loop gets its turn. But one turn, and then the call holds it as before.
import asyncio
import time

from django.utils.decorators import async_only_middleware


def legacy_check():
    log("check")
    time.sleep(0.1)


@async_only_middleware
def Check(get_response):
    async def middleware(request):
        await asyncio.sleep(0)
        legacy_check()
        return await get_response(request)

    return middleware
