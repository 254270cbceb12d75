"""The same with the await moved: nothing stands between reading and writing."""

import asyncio

from django.utils.decorators import async_only_middleware

count = 0


@async_only_middleware
def count_requests(get_response):
    async def middleware(request):
        global count
        seen = count
        print(f"read {seen}")
        count = seen + 1
        print(f"wrote {count}")
        await asyncio.sleep(0.1)  # stands for writing a line to an audit log
        return await get_response(request)

    return middleware
