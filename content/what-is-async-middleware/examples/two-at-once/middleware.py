"""One async layer that asks two services, 60 ms away each, at the same time."""

import asyncio

from django.utils.decorators import async_only_middleware


async def ask_for_features(request):
    await asyncio.sleep(0.06)  # stands for an async call over the network
    request.features = {"new-shop"}


async def ask_for_prices(request):
    await asyncio.sleep(0.06)  # stands for another one
    request.prices = "net"


@async_only_middleware
def preload(get_response):
    async def middleware(request):
        await asyncio.gather(ask_for_features(request), ask_for_prices(request))
        return await get_response(request)

    return middleware
