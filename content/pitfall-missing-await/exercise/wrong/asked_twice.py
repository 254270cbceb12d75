# Looks right: one coroutine is awaited. But the other was made for nothing.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        get_response(request)
        response = await get_response(request)
        log("after")
        return response

    return middleware
