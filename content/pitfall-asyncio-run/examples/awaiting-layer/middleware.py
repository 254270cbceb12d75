"""An async layer: it awaits, and needs no bridge."""

from django.utils.decorators import async_only_middleware
from store import load_flags


@async_only_middleware
def flags(get_response):
    async def middleware(request):
        print("loading")
        request.flags = await load_flags(request.path)
        print("loaded")
        return await get_response(request)

    return middleware
