"""The same layer, with a call that does not come back until the answer is there."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        print("asks for prices")
        time.sleep(0.12)  # stands for a sync call over the network
        print("has the prices")
        return await get_response(request)

    return middleware
