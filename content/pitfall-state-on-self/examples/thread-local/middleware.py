"""The repair that helped with threads: a copy for each of them."""

import threading

from asgiref.sync import markcoroutinefunction

current = threading.local()


class RequestId:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        current.request_id = request.headers["X-Request-ID"]
        print(f"{current.request_id} in")
        response = await self.get_response(request)
        print(f"{current.request_id} out")
        response["X-Request-ID"] = current.request_id
        return response
