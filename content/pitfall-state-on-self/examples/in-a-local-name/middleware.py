"""The same layer. What belongs to a request is in a local name."""

from asgiref.sync import markcoroutinefunction


class RequestId:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        request_id = request.headers["X-Request-ID"]
        print(f"{request_id} in")
        response = await self.get_response(request)
        print(f"{request_id} out")
        response["X-Request-ID"] = request_id
        return response
