"""A service for three at a time turns away the fourth."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

searching = 0


async def search():
    global searching
    if searching == 3:
        raise ConnectionError("too many connections")
    searching += 1
    await asyncio.sleep(0.1)
    searching -= 1


@async_only_middleware
def results(get_response):
    async def middleware(request):
        try:
            await search()
        except ConnectionError as error:
            print(f"turned away: {error}")
            return HttpResponse(str(error), status=503)
        return await get_response(request)

    return middleware
