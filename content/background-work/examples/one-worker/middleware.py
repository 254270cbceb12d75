"""A queue with two places, and one task that works it off."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


async def write_audit(path):
    await asyncio.sleep(0.1)  # stands for a service that keeps the trail
    print(f"written: {path}")


async def work_off(queue):
    while True:
        path = await queue.get()
        try:
            await write_audit(path)
        except Exception as error:
            print(f"failed: {error}")


@async_only_middleware
def audit(get_response):
    queue = asyncio.Queue(2)
    worker = None

    async def middleware(request):
        nonlocal worker
        if worker is None:
            worker = asyncio.create_task(work_off(queue))
        try:
            queue.put_nowait(request.path)
        except asyncio.QueueFull:
            return HttpResponse("try again", status=503)
        return await get_response(request)

    return middleware
