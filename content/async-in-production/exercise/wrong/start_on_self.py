# Looks right for one request. But one instance serves all, and the next overwrites `started`.
import time

from asgiref.sync import markcoroutinefunction


class Timing:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        self.started = time.monotonic()
        response = await self.get_response(request)
        response["X-Time-Ms"] = f"{(time.monotonic() - self.started) * 1000:.0f}"
        return response
