"""Two async layers that say when they are built, and when a request passes."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def outer(get_response):
    print("outer is built")

    async def middleware(request):
        print("outer in")
        response = await get_response(request)
        print("outer out")
        return response

    return middleware


@async_only_middleware
def inner(get_response):
    print("inner is built")

    async def middleware(request):
        print("inner in")
        response = await get_response(request)
        print("inner out")
        return response

    return middleware
