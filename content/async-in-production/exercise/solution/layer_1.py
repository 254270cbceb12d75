import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Timing(get_response):
    async def middleware(request):
        started = time.monotonic()
        response = await get_response(request)
        response["X-Time-Ms"] = f"{(time.monotonic() - started) * 1000:.0f}"
        return response

    return middleware
