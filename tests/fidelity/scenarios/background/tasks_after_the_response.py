"""A task made by a layer lives on after the response under ASGI."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {
    "layers": ["Audit"],
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.05}],
    "linger": 0.3,
    "server": "uvicorn",
}

RUNNING = set()


async def audit(path):
    log("audit begins")
    await asyncio.sleep(0.2)
    log("audit ends")


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        response = await get_response(request)
        task = asyncio.create_task(audit(request.path))
        RUNNING.add(task)
        task.add_done_callback(RUNNING.discard)
        log("answered")
        return response

    return middleware


async def view(request):
    return HttpResponse("ok")
