"""State on `self` is shared by requests that overlap; on the request it is not."""

import asyncio

from asgiref.sync import markcoroutinefunction
from django.http import HttpResponse

SCENARIO = {
    "layers": ["Shared"],
    "requests": [{"id": "A", "path": "/a"}, {"id": "B", "path": "/b", "at": 0.05}],
    "server": "uvicorn",
}


class Shared:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        self.path = request.path
        request.own = request.path
        response = await self.get_response(request)
        log(f"self {self.path}, request {request.own}")
        return response


async def view(request):
    await asyncio.sleep(0.1)
    return HttpResponse("ok")
