"""An async layer, and below it one that is sync."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


def stamp(get_response):
    def middleware(request):
        response = get_response(request)
        response["X-Version"] = "7"
        return response

    return middleware
