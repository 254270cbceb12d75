"""An old layer that keeps the tenant in a thread-local, below a new async one."""

import asyncio
import threading

from django.utils.decorators import async_only_middleware

current = threading.local()


@async_only_middleware
def limits(get_response):
    async def middleware(request):
        await asyncio.sleep(0.05)  # stands for an async call over the network
        return await get_response(request)

    return middleware


def tenant(get_response):
    def middleware(request):
        current.tenant = request.headers["X-Tenant"]
        return get_response(request)

    return middleware
