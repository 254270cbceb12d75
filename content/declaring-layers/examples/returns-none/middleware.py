"""A hybrid whose author covered the async case only."""

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def trace(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            print("trace in")
            return await get_response(request)

        return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        return get_response(request)

    return middleware
