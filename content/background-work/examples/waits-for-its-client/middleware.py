"""Audits below the view: in the request itself, and in a task of its own."""

import asyncio

from django.utils.decorators import async_only_middleware

tasks = set()


async def write_audit(path, how):
    try:
        await asyncio.sleep(0.1)  # stands for a service that keeps the trail
        print(f"{how}: written")
    except asyncio.CancelledError:
        print(f"{how}: cancelled")
        raise


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        task = asyncio.create_task(write_audit(request.path, "in a task"))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        await write_audit(request.path, "in the request")
        return await get_response(request)

    return middleware
