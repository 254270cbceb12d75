# Looks right: this lock stops threads. Here it stops the only one there is.
import threading

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

HITS = []
lock = threading.Lock()


@async_only_middleware
def Limit(get_response):
    async def middleware(request):
        with lock:
            if len(HITS) >= 2:
                return HttpResponse(status=429)
            response = await get_response(request)
            HITS.append(1)
            return response

    return middleware
