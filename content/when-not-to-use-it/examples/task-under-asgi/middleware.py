"""Answers first, and writes the audit trail in a task."""

import asyncio

from django.utils.decorators import async_only_middleware

tasks = set()


async def write_audit(path):
    try:
        await asyncio.sleep(0.1)  # stands for a service that keeps the trail
        print(f"written: {path}")
    except asyncio.CancelledError:
        print(f"cancelled: {path}")
        raise


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        response = await get_response(request)
        task = asyncio.create_task(write_audit(request.path))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        return response

    return middleware
