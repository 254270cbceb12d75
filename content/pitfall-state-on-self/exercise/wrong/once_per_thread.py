# Looks right: a threading.local keeps requests in different threads apart. These are all in one.
import threading
import uuid

from django.utils.decorators import async_only_middleware

current = threading.local()


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        if not hasattr(current, "request_id"):
            current.request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
        response = await get_response(request)
        response["X-Request-ID"] = current.request_id
        return response

    return middleware
