"""A layer that declares both forms and has one."""

from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def trace(get_response):
    async def middleware(request):
        print("trace in")
        response = await get_response(request)
        print("trace out")
        return response

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware
