"""A task that nobody awaits is not cancelled when the client goes away; the view is."""

import asyncio

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [{"id": "A", "path": "/", "disconnect_after": 0.1}],
    "linger": 0.4,
    "server": "uvicorn",
}

RUNNING = set()


async def job():
    await asyncio.sleep(0.3)
    log("job ends")


async def view(request):
    RUNNING.add(asyncio.create_task(job()))
    try:
        await asyncio.sleep(0.5)
    finally:
        log("view ends")
    return HttpResponse("ok")
