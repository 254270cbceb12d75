"""Lock, Condition, Event and Barrier order the requests that meet at them."""

import asyncio

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/"},
        {"id": "B", "path": "/", "at": 0.05},
        {"id": "C", "path": "/", "at": 0.1},
    ],
}

lock = asyncio.Lock()
condition = asyncio.Condition()
event = asyncio.Event()
counted = 0


async def view(request):
    global counted
    async with lock:
        log("lock held")
        await asyncio.sleep(0.1)
    log(f"locked {lock.locked()}")
    async with condition:
        counted += 1
        condition.notify_all()
        await condition.wait_for(lambda: counted == 3)
        log("all three came")
    event.set()
    await event.wait()
    return HttpResponse("ok")
