"""Lets in whom the identity service knows, and does not wait for it longer than 100 ms."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware
from identity import who_is


@async_only_middleware
def authenticate(get_response):
    async def middleware(request):
        try:
            async with asyncio.timeout(0.1):
                name = await who_is(request.headers.get("X-Token"))
        except TimeoutError:
            return HttpResponse("try again", status=503, headers={"Retry-After": "1"})
        if name is None:
            return HttpResponse("who are you?", status=401)
        request.name = name
        return await get_response(request)

    return middleware
