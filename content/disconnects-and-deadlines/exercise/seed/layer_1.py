"""Counts the requests that are in the stack. A client that leaves is counted for ever."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

ACTIVE = 0


@async_only_middleware
def Slots(get_response):
    async def middleware(request):
        global ACTIVE
        ACTIVE += 1
        response = await get_response(request)
        ACTIVE -= 1
        return response

    return middleware
