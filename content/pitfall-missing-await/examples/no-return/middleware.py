"""The view runs, and its response is dropped."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        print("before")
        await get_response(request)
        print("after")

    return middleware
