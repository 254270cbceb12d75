"""A deadline over a sync view: the answer comes at once, the thread runs on to its end."""

import asyncio
import time

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {"layers": ["Deadline"], "python": "3.11", "linger": 0.4}


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        try:
            async with asyncio.timeout(0.1):
                return await get_response(request)
        except TimeoutError:
            log("too late")
            return HttpResponse("too late", status=504)

    return middleware


def view(request):
    time.sleep(0.3)
    log("view ends")
    return HttpResponse("ok")
