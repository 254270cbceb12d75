# Looks right: an object keeps its things on self. But there is one object for all requests.
import uuid

from asgiref.sync import markcoroutinefunction


class RequestId:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        markcoroutinefunction(self)

    async def __call__(self, request):
        self.request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
        response = await self.get_response(request)
        response["X-Request-ID"] = self.request_id
        return response
