import uuid

from django.utils.decorators import async_only_middleware


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        request_id = request.headers.get("X-Request-ID") or str(uuid.uuid4())
        response = await get_response(request)
        response["X-Request-ID"] = request_id
        return response

    return middleware
