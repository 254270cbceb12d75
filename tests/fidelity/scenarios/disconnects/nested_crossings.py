"""A cancellation reaches what a thread waits for, unless an inner crossing came before."""

import asyncio
import time

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/plain", "disconnect_after": 0.4},
        {"id": "B", "path": "/nested", "at": 0.1, "disconnect_after": 0.4},
    ],
    "linger": 1.0,
}


async def wait():
    try:
        await asyncio.sleep(0.8)
        log("waited")
    except asyncio.CancelledError:
        log("wait cancelled")
        raise


def view(request):
    if request.path == "/nested":
        async_to_sync(sync_to_async(time.sleep))(0.05)
    try:
        async_to_sync(wait)()
    except BaseException as error:
        log(type(error).__name__)
        raise
    log("view ends")
    return HttpResponse("ok")
