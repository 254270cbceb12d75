"""A timer, as it stands in many projects."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        began = time.monotonic()
        response = await get_response(request)
        print(f"timer: {time.monotonic() - began:.1f} s")
        return response

    return middleware
