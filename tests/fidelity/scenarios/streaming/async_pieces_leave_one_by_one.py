"""An async iterator under ASGI: layers are through before the first piece leaves."""

import asyncio

from django.http import StreamingHttpResponse

from layers import async_layer, sync_layer

SCENARIO = {"layers": ["Top", "Sync"], "server": "uvicorn"}

Top, Sync = async_layer("Top"), sync_layer("Sync")


async def pieces():
    for number in range(3):
        log(f"piece {number}")
        yield f"{number} "
        await asyncio.sleep(0.05)
    log("exhausted")


async def view(request):
    return StreamingHttpResponse(pieces(), headers={"X-Stream": "async"})
