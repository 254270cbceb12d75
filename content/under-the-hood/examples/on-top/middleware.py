"""Sync, async, sync. Both sync layers say which thread they run in."""

import threading

from django.utils.decorators import async_only_middleware


def tenant(get_response):
    def middleware(request):
        request.first_thread = threading.current_thread()
        print("tenant in")
        response = get_response(request)
        print("tenant out")
        return response

    return middleware


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


def audit(get_response):
    def middleware(request):
        same = threading.current_thread() is request.first_thread
        print("audit:", "the thread of tenant" if same else "another thread")
        return get_response(request)

    return middleware
