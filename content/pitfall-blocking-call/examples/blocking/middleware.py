"""An async layer that calls a blocking library."""

from django.utils.decorators import async_only_middleware
from rates import fetch_rate


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        if request.path == "/shop":
            request.rate = fetch_rate("USD")
        return await get_response(request)

    return middleware
