"""A timer, as it stands in many projects."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        began = time.monotonic()
        response = await get_response(request)
        print(f"timer: {1000 * (time.monotonic() - began):.0f} ms")
        return response

    return middleware
