"""The client goes away in the middle of a stream: the generator is closed, its `finally` runs."""

import asyncio

from django.http import StreamingHttpResponse

SCENARIO = {
    "layers": [],
    "requests": [{"id": "A", "path": "/", "disconnect_after": 0.25}],
    "linger": 0.2,
}


async def pieces():
    try:
        for number in range(5):
            log(f"piece {number}")
            yield f"{number} "
            await asyncio.sleep(0.1)
    except asyncio.CancelledError:
        log("cancelled")
        raise
    finally:
        log("closed")


async def view(request):
    return StreamingHttpResponse(pieces())
