"""The same layer; the one call that blocks goes to the request's thread."""

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware
from rates import fetch_rate


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        if request.path == "/shop":
            request.rate = await sync_to_async(fetch_rate)("USD")
        return await get_response(request)

    return middleware
