# Looks right: with a lock, nobody else can write to it. But all requests wait in line.
import asyncio
import uuid

from django.utils.decorators import async_only_middleware

current = None
writing = asyncio.Lock()


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        global current
        async with writing:
            current = request.headers.get("X-Request-ID") or str(uuid.uuid4())
            response = await get_response(request)
            response["X-Request-ID"] = current
        return response

    return middleware
