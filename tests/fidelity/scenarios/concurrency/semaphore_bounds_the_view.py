"""A semaphore of two lets two requests in at once, in the order in which they came."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Bounded"],
    "requests": [
        {"id": "A", "path": "/"},
        {"id": "B", "path": "/", "at": 0.05},
        {"id": "C", "path": "/", "at": 0.1},
        {"id": "D", "path": "/", "at": 0.15},
    ],
    "server": "uvicorn",
}

slots = asyncio.Semaphore(2)


@async_only_middleware
def Bounded(get_response):
    async def middleware(request):
        waits = slots.locked()
        async with slots:
            log(f"in, waited {waits}")
            response = await get_response(request)
        log("out")
        return response

    return middleware


async def view(request):
    await asyncio.sleep(0.3)
    return HttpResponse("ok")
