"""The same sync call, sent to a thread. The layer awaits the thread."""

import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def ask_for_prices():
    time.sleep(0.12)  # stands for a sync call over the network


@async_only_middleware
def prices(get_response):
    async def middleware(request):
        print("asks for prices")
        await sync_to_async(ask_for_prices)()
        print("has the prices")
        return await get_response(request)

    return middleware
