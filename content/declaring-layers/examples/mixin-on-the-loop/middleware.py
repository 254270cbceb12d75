"""The same layer with an async form of its own. Its sync form stays as it was."""

import time

from django.utils.deprecation import MiddlewareMixin


class Timer(MiddlewareMixin):
    def process_request(self, request):
        print("Timer in")
        request.began = time.monotonic()

    def process_response(self, request, response):
        print("Timer out")
        response["X-Seconds"] = f"{time.monotonic() - request.began:.1f}"
        return response

    async def __acall__(self, request):
        self.process_request(request)
        return self.process_response(request, await self.get_response(request))
