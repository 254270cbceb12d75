"""A loop may have a handler of one's own for lost errors."""

import asyncio

from django.http import HttpResponse

SCENARIO = {"layers": []}


async def fail():
    raise ValueError("lost")


async def view(request):
    loop = asyncio.get_running_loop()
    loop.set_exception_handler(
        lambda loop, context: log(f"{context['message']}: {context.get('exception')!r}")
    )
    asyncio.create_task(fail())  # noqa: RUF006
    await asyncio.sleep(0.05)
    loop.set_exception_handler(None)
    return HttpResponse("ok")
