"""cancel, uncancel, a message, a task that refuses, and one that ends by itself."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": [], "python": "3.11"}


async def stubborn():
    for attempt in range(2):
        try:
            await asyncio.sleep(1)
        except asyncio.CancelledError as error:
            log(f"attempt {attempt}: {error}")
    return "survived"


async def view(request):
    task = asyncio.create_task(stubborn())
    await asyncio.sleep(0)
    task.cancel("first")
    await asyncio.sleep(0)
    log(f"cancelling {task.cancelling()}")
    task.cancel("second")
    log(await task)
    log(f"cancelled {task.cancelled()}")
    never = asyncio.create_task(stubborn())
    never.cancel()
    try:
        await never
    except asyncio.CancelledError:
        log("never began")
    return HttpResponse("ok")
