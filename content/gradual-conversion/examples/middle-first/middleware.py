"""Three short layers. The one in the middle is async."""

from django.utils.decorators import async_only_middleware


def timer(get_response):
    def middleware(request):
        request.timer = "t0"
        return get_response(request)

    return middleware


@async_only_middleware
def tenant(get_response):
    async def middleware(request):
        request.tenant = "acme"
        return await get_response(request)

    return middleware


def flags(get_response):
    def middleware(request):
        request.flags = "beta"
        return get_response(request)

    return middleware
