"""gather: results in order, the first error at once, the others run on."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": [], "server": "uvicorn"}


async def wait(name, seconds, error=None):
    log(f"{name} begins")
    await asyncio.sleep(seconds)
    log(f"{name} ends")
    if error:
        raise error
    return name


async def view(request):
    log(await asyncio.gather(wait("a", 0.1), wait("b", 0.05)))
    try:
        await asyncio.gather(wait("c", 0.1), wait("d", 0.05, ValueError("d")))
    except ValueError as error:
        log(f"gather raised {error}")
    await asyncio.sleep(0.1)
    log(
        await asyncio.gather(
            wait("e", 0.05, KeyError("e")), wait("f", 0.05), return_exceptions=True
        )
    )
    return HttpResponse("ok")
