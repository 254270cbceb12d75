"""The same two layers, and a sync one between them."""

from django.utils.decorators import async_only_middleware
from witness import note


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        note("timer in")
        response = await get_response(request)
        note("timer out")
        return response

    return middleware


def tenant(get_response):
    def middleware(request):
        note("tenant in")
        response = get_response(request)
        note("tenant out")
        return response

    return middleware


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        note("flags in")
        response = await get_response(request)
        note("flags out")
        return response

    return middleware
