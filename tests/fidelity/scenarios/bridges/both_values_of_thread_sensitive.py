"""thread_sensitive=True queues on the request's thread, False shares the default pool."""

import asyncio
import time

from asgiref.sync import sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": [], "server": "uvicorn"}


def work(name):
    time.sleep(0.1)
    log(name)


async def view(request):
    for sensitive in (True, False):
        began = time.monotonic()
        call = sync_to_async(work, thread_sensitive=sensitive)
        await asyncio.gather(call("a"), call("b"))
        log(f"sensitive {sensitive}: {round(time.monotonic() - began, 1)} s")
    return HttpResponse("ok")
