"""wait returns sets, as_completed the order of the ends."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def wait(name, seconds):
    await asyncio.sleep(seconds)
    return name


async def view(request):
    tasks = [asyncio.create_task(wait(name, at)) for name, at in (("a", 0.15), ("b", 0.05))]
    done, pending = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    log(f"done {[task.result() for task in done]}, pending {len(pending)}")
    done, pending = await asyncio.wait(pending, timeout=0.05)
    log(f"done {len(done)}, pending {len(pending)}")
    for task in pending:
        task.cancel()
    await asyncio.gather(*pending, return_exceptions=True)
    log(f"cancelled {[task.cancelled() for task in pending]}")
    for next_one in asyncio.as_completed([wait("c", 0.1), wait("d", 0.05)]):
        log(await next_one)
    return HttpResponse("ok")
