"""Errors of tasks, of callbacks and of futures that nobody takes go to the loop's handler."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": [], "linger": 0.1}


async def fail():
    raise ValueError("of a task")


def fail_in_a_callback():
    raise LookupError("of a callback")


async def view(request):
    loop = asyncio.get_running_loop()
    asyncio.create_task(fail())  # noqa: RUF006
    loop.call_soon(fail_in_a_callback)
    future = loop.create_future()
    future.set_exception(KeyError("of a future"))
    del future
    await asyncio.sleep(0.05)
    return HttpResponse("ok")
