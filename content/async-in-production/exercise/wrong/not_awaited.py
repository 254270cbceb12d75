# Looks right: the coroutine is passed on, and awaited. But the clock is read before that.
import time

from asgiref.sync import markcoroutinefunction
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Timing(get_response):
    async def finish(coroutine, elapsed):
        response = await coroutine
        response["X-Time-Ms"] = f"{elapsed * 1000:.0f}"
        return response

    def middleware(request):
        started = time.monotonic()
        coroutine = get_response(request)
        return finish(coroutine, time.monotonic() - started)

    return markcoroutinefunction(middleware)
