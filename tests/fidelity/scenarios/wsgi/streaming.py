"""WSGI sends a sync iterator piece by piece; an async one it reads to its end first."""

import asyncio
import time

from django.http import StreamingHttpResponse

SCENARIO = {
    "layers": [],
    "mode": "wsgi",
    "requests": [{"id": "A", "path": "/sync"}, {"id": "B", "path": "/async", "at": 0.3}],
}


def pieces():
    for number in range(3):
        time.sleep(0.05)
        log(f"piece {number}")
        yield f"{number} "


async def async_pieces():
    for number in range(3):
        await asyncio.sleep(0.05)
        log(f"piece {number}")
        yield f"{number} "


def view(request):
    log("view")
    return StreamingHttpResponse(pieces() if request.path == "/sync" else async_pieces())
