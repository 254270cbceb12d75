"""Three short layers, all async."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        request.timer = "t0"
        return await get_response(request)

    return middleware


@async_only_middleware
def tenant(get_response):
    async def middleware(request):
        request.tenant = "acme"
        return await get_response(request)

    return middleware


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        request.flags = "beta"
        return await get_response(request)

    return middleware
