"""call_soon, call_later, futures and done callbacks run in the order that asyncio promises."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def view(request):
    loop = asyncio.get_running_loop()
    future = loop.create_future()
    future.add_done_callback(lambda _: log("callback 1"))
    future.add_done_callback(lambda _: log("callback 2"))
    loop.call_later(0.05, log, "later")
    loop.call_soon(log, "soon 1")
    handle = loop.call_soon(log, "cancelled")
    loop.call_soon(future.set_result, 1)
    loop.call_soon(log, "soon 2")
    handle.cancel()
    log("before")
    log(f"future {await future}")
    await asyncio.sleep(0.1)
    return HttpResponse("ok")
