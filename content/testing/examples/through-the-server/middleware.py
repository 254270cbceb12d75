"""A layer worth a test: it says how long everything below took."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timing(get_response):
    async def middleware(request):
        began = time.monotonic()
        response = await get_response(request)
        response["X-Took"] = f"{time.monotonic() - began:.1f}"
        return response

    return middleware
