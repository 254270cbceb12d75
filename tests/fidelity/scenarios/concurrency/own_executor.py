"""run_in_executor with a pool of one's own: its thread knows nothing of the request's context."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from contextvars import ContextVar

from django.http import HttpResponse

SCENARIO = {"layers": []}

pool = ThreadPoolExecutor(2, thread_name_prefix="ours")
name = ContextVar("name", default="nobody")


async def view(request):
    name.set("ann")
    loop = asyncio.get_running_loop()
    log(await loop.run_in_executor(pool, name.get))
    log(await loop.run_in_executor(None, name.get))
    log(await asyncio.to_thread(name.get))
    log(await asyncio.wrap_future(pool.submit(sum, (1, 2))))
    return HttpResponse("ok")
