"""Two sync-only layers, an async-only one, and a hybrid."""

import time

from asgiref.sync import iscoroutinefunction
from django.utils.decorators import async_only_middleware, sync_and_async_middleware


def tenant(get_response):
    def middleware(request):
        print("tenant in")
        time.sleep(0.02)  # stands for looking the tenant up, in sync code
        response = get_response(request)
        print("tenant out")
        return response

    return middleware


def audit(get_response):
    def middleware(request):
        print("audit in")
        response = get_response(request)
        print("audit out")
        return response

    return middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        print("timer in")
        response = await get_response(request)
        print("timer out")
        return response

    return middleware


@sync_and_async_middleware
def headers(get_response):
    if iscoroutinefunction(get_response):

        async def middleware(request):
            print("headers in, async form")
            return await get_response(request)

    else:

        def middleware(request):
            print("headers in, sync form")
            return get_response(request)

    return middleware
