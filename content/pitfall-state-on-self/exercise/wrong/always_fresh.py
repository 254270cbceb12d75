# Looks right: no two are the same. But the id that a client sent is not the one it gets back.
import uuid

from django.utils.decorators import async_only_middleware


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        request_id = str(uuid.uuid4())
        response = await get_response(request)
        response["X-Request-ID"] = request_id
        return response

    return middleware
