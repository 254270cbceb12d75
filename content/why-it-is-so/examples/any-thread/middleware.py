"""The tenant in a thread-local once more, read in a thread of the pool."""

import threading

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware

current = threading.local()


def set_tenant(name):
    current.tenant = name


def read_tenant():
    return getattr(current, "tenant", "nobody")


@async_only_middleware
def tenant(get_response):
    async def middleware(request):
        await sync_to_async(set_tenant)(request.headers["X-Tenant"])
        same = await sync_to_async(read_tenant)()
        pool = await sync_to_async(read_tenant, thread_sensitive=False)()
        print(f"in the request's thread: {same}")
        print(f"in a thread of the pool: {pool}")
        return await get_response(request)

    return middleware
