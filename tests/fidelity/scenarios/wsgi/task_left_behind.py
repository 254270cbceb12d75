"""WSGI: a task outlives the layer but not the request's loop; what it waits for never comes."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {"layers": ["Background"], "mode": "wsgi", "linger": 0.2}

RUNNING = set()


async def job():
    try:
        log("job begins")
        await asyncio.sleep(0.1)
        log("job done")
    finally:
        log("job ends")


@async_only_middleware
def Background(get_response):
    async def middleware(request):
        task = asyncio.create_task(job())
        RUNNING.add(task)
        response = await get_response(request)
        log(f"answered, job done: {task.done()}")
        return response

    return middleware


def view(request):
    return HttpResponse("ok")
