"""Answers first, and writes the audit trail in a task. The service for it is down."""

import asyncio

from django.utils.decorators import async_only_middleware

tasks = set()


async def write_audit(path):
    await asyncio.sleep(0.05)  # stands for the attempt to reach the service
    raise ConnectionError("the audit service is down")


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        try:
            response = await get_response(request)
            task = asyncio.create_task(write_audit(request.path))
            tasks.add(task)
            task.add_done_callback(tasks.discard)
            return response
        except ConnectionError:
            print("except ConnectionError")
            raise

    return middleware
