"""A task that is kept while it runs, and whose error somebody fetches."""

import asyncio

from django.utils.decorators import async_only_middleware

tasks = set()


async def write_audit(path):
    await asyncio.sleep(0.1)  # stands for a service that keeps the trail
    if path == "/b":
        raise ConnectionError("the audit service is down")
    print(f"written: {path}")


def finished(task):
    tasks.discard(task)
    if not task.cancelled() and task.exception() is not None:
        print(f"failed: {task.exception()}")


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        response = await get_response(request)
        task = asyncio.create_task(write_audit(request.path))
        tasks.add(task)
        task.add_done_callback(finished)
        return response

    return middleware
