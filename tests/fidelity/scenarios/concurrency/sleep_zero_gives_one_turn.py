"""sleep(0) gives way for one turn of the loop: tasks take turns in a fixed order."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def count(name):
    for number in range(3):
        log(f"{name}{number}")
        await asyncio.sleep(0)


async def ready():
    log("nothing to wait for")


async def view(request):
    await asyncio.gather(count("a"), count("b"))
    task = asyncio.create_task(count("c"))
    await ready()
    log("an await that never suspends gives nothing away")
    await task
    return HttpResponse("ok")
