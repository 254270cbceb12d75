# Looks right: the slot is given back at once. But the view it stood for goes on.
import asyncio

from django.utils.decorators import async_only_middleware

ACTIVE = 0


@async_only_middleware
def Slots(get_response):
    async def middleware(request):
        global ACTIVE
        ACTIVE += 1
        try:
            return await asyncio.shield(get_response(request))
        finally:
            ACTIVE -= 1

    return middleware
