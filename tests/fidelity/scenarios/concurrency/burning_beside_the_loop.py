"""Computation in a thread shares the processor with the loop: the neighbour waits little."""

import asyncio

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [{"id": "A", "path": "/burn"}, {"id": "B", "path": "/", "at": 0.1}],
}


async def view(request):
    if request.path == "/burn":
        await asyncio.to_thread(burn, 300)
    log("done")
    return HttpResponse("ok")
