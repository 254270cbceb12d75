import time

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        start = time.perf_counter()
        response = await get_response(request)
        if time.perf_counter() - start > 0.1:
            return HttpResponse("too late", status=504)
        return response

    return middleware
