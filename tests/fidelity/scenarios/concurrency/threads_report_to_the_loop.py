"""A thread hands results to the loop with call_soon_threadsafe and run_coroutine_threadsafe."""

import asyncio
import threading
import time

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def on_the_loop(value):
    await asyncio.sleep(0.05)
    return value * 2


async def view(request):
    loop = asyncio.get_running_loop()
    answered = loop.create_future()

    def work():
        time.sleep(0.1)
        future = asyncio.run_coroutine_threadsafe(on_the_loop(21), loop)
        loop.call_soon_threadsafe(answered.set_result, future.result())

    thread = threading.Thread(target=work)
    thread.start()
    log(f"answer {await answered}")
    thread.join()
    return HttpResponse("ok")
