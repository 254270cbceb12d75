import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        try:
            return await asyncio.wait_for(asyncio.shield(get_response(request)), 0.1)
        except TimeoutError:
            return HttpResponse("too late", status=504)

    return middleware
