"""Four layers: two hybrids around an async-only one, and a sync-only layer at the bottom."""

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import async_only_middleware, sync_and_async_middleware


def form(get_response):
    return "async" if iscoroutinefunction(get_response) else "sync"


@sync_and_async_middleware
def trace(get_response):
    print(f"trace: {form(get_response)} get_response")
    if iscoroutinefunction(get_response):

        async def middleware(request):
            print("trace, async form")
            return await get_response(request)

    else:

        def middleware(request):
            print("trace, sync form")
            return get_response(request)

    return middleware


@async_only_middleware
def timer(get_response):
    print(f"timer: {form(get_response)} get_response")

    async def middleware(request):
        print("timer")
        return await get_response(request)

    return middleware


def audit(get_response):
    print(f"audit: {form(get_response)} get_response")

    def middleware(request):
        print("audit")
        return get_response(request)

    return middleware
