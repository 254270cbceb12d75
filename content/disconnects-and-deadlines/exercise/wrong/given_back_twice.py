# Looks right: it thinks of the cancellation and of everything else. But `finally` is both.
import asyncio

from django.utils.decorators import async_only_middleware

ACTIVE = 0


@async_only_middleware
def Slots(get_response):
    async def middleware(request):
        global ACTIVE
        ACTIVE += 1
        try:
            return await get_response(request)
        except asyncio.CancelledError:
            ACTIVE -= 1
            raise
        finally:
            ACTIVE -= 1

    return middleware
