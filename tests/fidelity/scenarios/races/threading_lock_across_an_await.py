"""A threading.Lock held across an await stalls the loop that its holder needs."""

import asyncio
import threading

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.05}],
}

lock = threading.Lock()


async def view(request):
    held = lock.acquire(timeout=0.3)
    log(f"held {held}")
    await asyncio.sleep(0.1)
    if held:
        lock.release()
    return HttpResponse("ok")
