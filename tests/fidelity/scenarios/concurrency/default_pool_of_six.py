"""Eight calls in the default pool of six threads: two of them wait for a free thread."""

import asyncio
import time

from django.http import HttpResponse

SCENARIO = {"layers": []}


def work(number):
    time.sleep(0.1)
    return number


async def view(request):
    began = time.monotonic()
    answers = await asyncio.gather(*(asyncio.to_thread(work, number) for number in range(8)))
    log(answers)
    log(f"{round(time.monotonic() - began, 1)} s")
    return HttpResponse("ok")
