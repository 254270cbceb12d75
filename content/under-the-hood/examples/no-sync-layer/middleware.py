"""An async layer, and below it another one."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


@async_only_middleware
def stamp(get_response):
    async def middleware(request):
        response = await get_response(request)
        response["X-Version"] = "7"
        return response

    return middleware
