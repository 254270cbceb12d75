"""Two async layers over a sync view."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        print("timer in")
        response = await get_response(request)
        print("timer out")
        return response

    return middleware


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        print("flags in")
        response = await get_response(request)
        print("flags out")
        return response

    return middleware
