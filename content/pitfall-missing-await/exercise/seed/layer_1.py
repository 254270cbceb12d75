"""Sets a header on the response."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Header(get_response):
    async def middleware(request):
        response = await get_response(request)
        response["X-Time"] = "1"
        return response

    return middleware
