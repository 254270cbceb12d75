"""Loop functions in a worker thread: no running loop, no current task."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def nothing():
    pass


def view(request):
    for attempt in (asyncio.get_running_loop, asyncio.current_task, asyncio.all_tasks):
        try:
            attempt()
        except RuntimeError as error:
            log(f"{attempt.__name__}: {error}")
    coroutine = nothing()
    try:
        asyncio.create_task(coroutine)  # noqa: RUF006
    except RuntimeError as error:
        log(f"create_task: {error}")
        coroutine.close()
    return HttpResponse("ok")
