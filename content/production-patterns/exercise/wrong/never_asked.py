import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        await asyncio.sleep(0.1)
        return HttpResponse("too late", status=504)

    return middleware
