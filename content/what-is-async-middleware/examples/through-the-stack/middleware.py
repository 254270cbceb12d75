"""Two async layers: one measures, one asks a feature service, 60 ms away."""

import asyncio
import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        started = time.monotonic()
        print("timer: request in")
        response = await get_response(request)
        print("timer: response out")
        response["X-Took"] = f"{time.monotonic() - started:.2f}"
        return response

    return middleware


@async_only_middleware
def features(get_response):
    async def middleware(request):
        print("features: request in")
        await asyncio.sleep(0.06)  # stands for an async call over the network
        request.features = {"new-shop"}
        response = await get_response(request)
        print("features: response out")
        return response

    return middleware
