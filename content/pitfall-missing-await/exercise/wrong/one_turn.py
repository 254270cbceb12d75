# Looks right over a view that waits for nothing: one turn of the loop, and the task is done.
import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        task = asyncio.create_task(get_response(request))
        await asyncio.sleep(0)
        log("after")
        return task.result()

    return middleware
