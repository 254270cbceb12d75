"""An id for each request, kept where an object keeps its things."""

from asgiref.sync import markcoroutinefunction


class RequestId:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        self.request_id = request.headers["X-Request-ID"]
        print(f"{self.request_id} in")
        response = await self.get_response(request)
        print(f"{self.request_id} out")
        response["X-Request-ID"] = self.request_id
        return response
