"""asyncio.timeout and wait_for: the inner wait is cancelled, the outer code goes on."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": [], "python": "3.11", "server": "uvicorn"}


async def slow(name):
    try:
        await asyncio.sleep(0.3)
    except asyncio.CancelledError:
        log(f"{name} cancelled")
        raise


async def view(request):
    try:
        async with asyncio.timeout(0.1):
            await slow("first")
    except TimeoutError as error:
        log(f"timeout {error!r}")
    try:
        await asyncio.wait_for(slow("second"), 0.1)
    except TimeoutError as error:
        log(f"wait_for {error!r}")
    async with asyncio.timeout(None) as late:
        late.reschedule(asyncio.get_running_loop().time() + 1)
        await asyncio.sleep(0.05)
    log(f"expired {late.expired()}")
    try:
        async with asyncio.timeout_at(asyncio.get_running_loop().time() - 1):
            await slow("never")
    except TimeoutError:
        log("too late from the start")
    return HttpResponse("ok")
