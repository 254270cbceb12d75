"""The same layer as a class: two flags and a mark."""

import time

from asgiref.sync import markcoroutinefunction


class Timer:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        print("in")
        started = time.monotonic()
        response = await self.get_response(request)
        elapsed = time.monotonic() - started
        print(f"out after {elapsed * 1000:.0f} ms")
        response["X-Elapsed-Ms"] = f"{elapsed * 1000:.0f}"
        return response
