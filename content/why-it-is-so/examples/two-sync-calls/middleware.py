"""Two sync calls of 100 ms, asked for at the same time."""

import asyncio
import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def load_user():
    print("user: begins")
    time.sleep(0.1)  # stands for a query
    print("user: done")


def load_basket():
    print("basket: begins")
    time.sleep(0.1)  # stands for a query
    print("basket: done")


@async_only_middleware
def preload(get_response):
    async def middleware(request):
        await asyncio.gather(sync_to_async(load_user)(), sync_to_async(load_basket)())
        return await get_response(request)

    return middleware
