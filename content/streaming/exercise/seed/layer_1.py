"""Every letter of a response in upper case. Over a stream, every request is a 500."""

import asyncio

from django.http import HttpResponse, StreamingHttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Shout(get_response):
    async def middleware(request):
        response = await get_response(request)
        response.content = response.content.upper()
        return response

    return middleware
