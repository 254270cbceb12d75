"""The same mistake, below a layer that looks at the response."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def count_errors(get_response):
    async def middleware(request):
        response = await get_response(request)
        if response.status_code >= 500:
            print("one more error")
        return response

    return middleware


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        print("before")
        response = get_response(request)
        print("after")
        return response

    return middleware
