"""A stack without a line of sync code. It counts the threads of its process."""

import threading

from django.utils.decorators import async_only_middleware


@async_only_middleware
def count(get_response):
    async def middleware(request):
        print(f"threads beside this one: {threading.active_count() - 1}")
        return await get_response(request)

    return middleware
