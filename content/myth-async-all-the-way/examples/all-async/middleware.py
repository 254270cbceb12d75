"""The same two layers, both async."""

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
def audit(get_response):
    async def middleware(request):
        print("audit in")
        response = await get_response(request)
        print("audit out")
        return response

    return middleware
