import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        task = asyncio.create_task(get_response(request))
        done, _ = await asyncio.wait({task}, timeout=0.1)
        if task in done:
            return task.result()
        return HttpResponse("too late", status=504)

    return middleware
