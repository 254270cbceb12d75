# Looks right after one client has left. But it gives back the slots of all the others, too.
import asyncio

from django.utils.decorators import async_only_middleware

ACTIVE = 0


@async_only_middleware
def Slots(get_response):
    async def middleware(request):
        global ACTIVE
        ACTIVE += 1
        try:
            response = await get_response(request)
        except asyncio.CancelledError:
            ACTIVE = 0
            raise
        ACTIVE -= 1
        return response

    return middleware
