"""A queue connects a consumer task of one request with the producers of others."""

import asyncio

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/consume"},
        {"id": "B", "path": "/produce/1", "at": 0.1},
        {"id": "C", "path": "/produce/2", "at": 0.2},
    ],
}

jobs = asyncio.Queue(maxsize=1)


async def view(request):
    if request.path == "/consume":
        taken = []
        for _ in range(2):
            taken.append(await jobs.get())
            log(f"took {taken[-1]}")
            await asyncio.sleep(0.2)
            jobs.task_done()
        return HttpResponse(" ".join(taken))
    await jobs.put(request.path)
    log(f"put, full {jobs.full()}")
    await jobs.join()
    log("joined")
    return HttpResponse("ok")
