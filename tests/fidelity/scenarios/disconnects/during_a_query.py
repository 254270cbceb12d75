"""The client goes away while a thread works for the layer: the thread's result is dropped."""

import asyncio
import time

from asgiref.sync import sync_to_async
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Lookup"],
    "requests": [{"id": "A", "path": "/", "disconnect_after": 0.1}],
    "linger": 0.4,
}


def slow_query():
    log("query begins")
    time.sleep(0.3)
    log("query ends")


@async_only_middleware
def Lookup(get_response):
    async def middleware(request):
        try:
            await sync_to_async(slow_query)()
        except asyncio.CancelledError:
            log("layer cancelled")
            raise
        return await get_response(request)

    return middleware


async def view(request):
    log("view")
    return HttpResponse("ok")
