"""Write `Timing`: how long each request took, in `X-Time-Ms`."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def Timing(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware
