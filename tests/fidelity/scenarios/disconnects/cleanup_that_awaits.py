"""A cancelled layer may still await in its `finally`; a second wait is not cancelled again."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Cleaning"],
    "requests": [{"id": "A", "path": "/", "disconnect_after": 0.1}],
    "linger": 0.3,
}


@async_only_middleware
def Cleaning(get_response):
    async def middleware(request):
        try:
            return await get_response(request)
        finally:
            log("cleaning")
            await asyncio.sleep(0.1)
            log("clean")

    return middleware


async def view(request):
    await asyncio.sleep(0.5)
    return HttpResponse("ok")
