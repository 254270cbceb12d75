"""shield: the waiting is cancelled, the work is not."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": [], "linger": 0.3}

KEPT = set()


async def save():
    log("save begins")
    await asyncio.sleep(0.2)
    log("save ends")
    return "saved"


async def view(request):
    task = asyncio.create_task(save())
    KEPT.add(task)
    try:
        await asyncio.wait_for(asyncio.shield(task), 0.1)
    except TimeoutError:
        log(f"gave up, cancelled {task.cancelled()}")
    return HttpResponse("accepted", status=202)
