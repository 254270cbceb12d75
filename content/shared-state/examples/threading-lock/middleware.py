"""The lock for threads, in a coroutine. Without the timeout, this would be the end."""

import asyncio
import threading

from django.utils.decorators import async_only_middleware

count = 0
counting = threading.Lock()


@async_only_middleware
def count_requests(get_response):
    async def middleware(request):
        global count
        if request.path != "/health":
            held = counting.acquire(timeout=0.3)
            print("got the lock" if held else "gave up")
            await asyncio.sleep(0.1)  # stands for writing a line to an audit log
            count += 1
            if held:
                counting.release()
        return await get_response(request)

    return middleware
