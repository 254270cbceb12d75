"""One layer in two forms, and a sync-only layer to stand between two copies of it."""

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def trace(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            print("trace in, async form")
            response = await get_response(request)
            print("trace out, async form")
            return response

    else:

        def middleware(request):
            print("trace in, sync form")
            response = get_response(request)
            print("trace out, sync form")
            return response

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware
