# Looks right: success is measured. But a failed request is one, too, and most worth a number.
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Timing(get_response):
    async def middleware(request):
        started = time.monotonic()
        response = await get_response(request)
        if response.status_code < 500:
            response["X-Time-Ms"] = f"{(time.monotonic() - started) * 1000:.0f}"
        return response

    return middleware
