"""Of identical requests only the first does the work; the others share its task."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Once"],
    "requests": [
        {"id": "A", "path": "/x"},
        {"id": "B", "path": "/x", "at": 0.05},
        {"id": "C", "path": "/y", "at": 0.05},
    ],
}


@async_only_middleware
def Once(get_response):
    flights = {}

    async def content_of(request):
        return (await get_response(request)).content

    async def middleware(request):
        flight = flights.get(request.path)
        if flight is None:
            flight = flights[request.path] = asyncio.ensure_future(content_of(request))
        return HttpResponse(await asyncio.shield(flight))

    return middleware


async def view(request):
    log("working")
    await asyncio.sleep(0.15)
    return HttpResponse(request.path)
