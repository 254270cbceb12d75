"""async_to_sync from a sync view uses the server's loop, from a plain thread one of its own."""

import asyncio
import contextvars
import threading

from asgiref.sync import async_to_sync
from django.http import HttpResponse

SCENARIO = {"layers": []}


async def fetch(results):
    await asyncio.sleep(0.05)
    results.append((asyncio.get_running_loop(), threading.current_thread()))


def view(request):
    results = []
    async_to_sync(fetch)(results)
    log("from the request's thread")
    context = contextvars.copy_context()
    thread = threading.Thread(target=context.run, args=(async_to_sync(fetch), results))
    thread.start()
    thread.join()
    (first, _), (second, second_thread) = results
    log(f"same loop {first is second}, own thread {second_thread is not thread}")
    return HttpResponse("ok")
