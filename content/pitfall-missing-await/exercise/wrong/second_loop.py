# Looks right: `asyncio.run` runs a coroutine to its end. But a loop is running here already.
import asyncio

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        response = asyncio.run(get_response(request))
        log("after")
        return response

    return middleware
