"""The client goes away: the view and each layer see CancelledError, and nobody gets a response."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Cleaning"],
    "requests": [
        {"id": "A", "path": "/", "disconnect_after": 0.1},
        {"id": "B", "path": "/", "at": 0.05},
    ],
    "server": "uvicorn",
    "linger": 0.1,
}

active = 0


@async_only_middleware
def Cleaning(get_response):
    async def middleware(request):
        global active
        active += 1
        try:
            return await get_response(request)
        except asyncio.CancelledError:
            log("layer cancelled")
            raise
        finally:
            active -= 1
            log(f"active {active}")

    return middleware


async def view(request):
    log("view begins")
    try:
        await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        log("view cancelled")
        raise
    log("view ends")
    return HttpResponse("ok")
