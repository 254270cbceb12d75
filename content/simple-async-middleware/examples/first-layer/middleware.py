"""The smallest useful async layer: it times every request."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    print("the factory runs")

    async def middleware(request):
        print("in")
        started = time.monotonic()
        response = await get_response(request)
        elapsed = time.monotonic() - started
        print(f"out after {elapsed * 1000:.0f} ms")
        response["X-Elapsed-Ms"] = f"{elapsed * 1000:.0f}"
        return response

    return middleware
