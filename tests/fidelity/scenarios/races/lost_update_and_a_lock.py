"""Read, await, write loses updates; a lock round them does not."""

import asyncio

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/race"},
        {"id": "B", "path": "/race", "at": 0.02},
        {"id": "C", "path": "/lock", "at": 0.3},
        {"id": "D", "path": "/lock", "at": 0.32},
    ],
    "server": "uvicorn",
}

counts = {"/race": 0, "/lock": 0}
lock = asyncio.Lock()


async def raise_by_one(path):
    read = counts[path]
    await asyncio.sleep(0.1)
    counts[path] = read + 1


async def view(request):
    if request.path == "/lock":
        async with lock:
            await raise_by_one(request.path)
    else:
        await raise_by_one(request.path)
    log(counts[request.path])
    return HttpResponse("ok")
