"""A TaskGroup cancels the others when one fails, and raises a group."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": [], "python": "3.11"}


async def wait(name, seconds, error=None):
    try:
        await asyncio.sleep(seconds)
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise
    log(f"{name} ends")
    if error:
        raise error


async def view(request):
    try:
        async with asyncio.TaskGroup() as group:
            group.create_task(wait("slow", 0.3), name="slow")
            group.create_task(wait("failing", 0.1, ValueError("no")))
            group.create_task(wait("quick", 0.05))
    except* ValueError as errors:
        log(f"{errors!r}")
    async with asyncio.TaskGroup() as group:
        first = group.create_task(wait("first", 0.1))
        group.create_task(wait("second", 0.05))
    log(f"done {first.done()}")
    return HttpResponse("ok")
