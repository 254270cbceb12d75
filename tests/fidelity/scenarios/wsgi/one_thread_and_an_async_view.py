"""One thread and an async view: each request gets a loop for itself, one after the other."""

import asyncio

from django.http import HttpResponse

from layers import sync_layer

SCENARIO = {
    "layers": ["Sync"],
    "mode": "wsgi",
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.02}],
}

Sync = sync_layer("Sync")


async def view(request):
    log("view start")
    await asyncio.sleep(0.1)
    log("view end")
    return HttpResponse("ok")
