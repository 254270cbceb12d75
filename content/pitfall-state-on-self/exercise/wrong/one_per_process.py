# Looks right: whoever brought no id gets one. But it was made once, when the factory ran.
import uuid

from django.utils.decorators import async_only_middleware

FRESH = uuid.uuid4().hex


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        request_id = request.headers.get("X-Request-ID") or FRESH
        response = await get_response(request)
        response["X-Request-ID"] = request_id
        return response

    return middleware
