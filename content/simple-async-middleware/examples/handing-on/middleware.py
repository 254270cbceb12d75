"""Two layers, and neither of them says `await get_response(request)`."""

import asyncio

from asgiref.sync import markcoroutinefunction
from django.utils.decorators import async_only_middleware


@async_only_middleware
def deadline(get_response):
    async def middleware(request):
        print("deadline in")
        # get_response(request) makes a coroutine; wait_for is the one that awaits it.
        response = await asyncio.wait_for(get_response(request), timeout=1)
        print("deadline out")
        return response

    return middleware


@async_only_middleware
def language(get_response):
    def middleware(request):
        print("language in")
        request.language = request.headers.get("Accept-Language", "en")
        return get_response(request)  # the coroutine goes up as it is

    return markcoroutinefunction(middleware)
