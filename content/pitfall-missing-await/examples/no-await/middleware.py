"""One word is missing."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def audit(get_response):
    async def middleware(request):
        print("before")
        response = get_response(request)
        print("after")
        return response

    return middleware
