"""A blocking call on the loop delays an innocent request; in the pool it does not."""

import asyncio
import time

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/block"},
        {"id": "B", "path": "/", "at": 0.1},
        {"id": "C", "path": "/pool", "at": 0.6},
        {"id": "D", "path": "/", "at": 0.7},
    ],
    "server": "uvicorn",
}


async def view(request):
    log("in")
    if request.path == "/block":
        time.sleep(0.3)
    if request.path == "/pool":
        await asyncio.to_thread(time.sleep, 0.3)
    log("out")
    return HttpResponse("ok")
