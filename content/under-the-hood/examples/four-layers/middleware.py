"""Async, sync, sync, async: one border on the way to a thread, one on the way back."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


def tenant(get_response):
    def middleware(request):
        return get_response(request)

    return middleware


def audit(get_response):
    def middleware(request):
        return get_response(request)

    return middleware


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware
