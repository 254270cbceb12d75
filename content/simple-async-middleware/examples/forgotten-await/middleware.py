"""The same stack with one word missing."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def served_by(get_response):
    async def middleware(request):
        response = await get_response(request)
        print(f"served_by got a {type(response).__name__}")
        response["X-Served-By"] = "web-1"
        return response

    return middleware


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        print("before")
        response = get_response(request)  # no await
        print("after")
        return response

    return middleware
