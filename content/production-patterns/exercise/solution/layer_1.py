import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        try:
            async with asyncio.timeout(0.1):
                return await get_response(request)
        except TimeoutError:
            return HttpResponse("too late", status=504)

    return middleware
