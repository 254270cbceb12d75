# Looks right: the id comes back as it came. But where none came, none is made.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        request_id = request.headers.get("X-Request-ID", "")
        response = await get_response(request)
        response["X-Request-ID"] = request_id or "unknown"
        return response

    return middleware
