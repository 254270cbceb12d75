"""Counts requests. Between reading the count and writing it stands an await."""

import asyncio

from django.utils.decorators import async_only_middleware

count = 0


@async_only_middleware
def count_requests(get_response):
    async def middleware(request):
        global count
        seen = count
        print(f"read {seen}")
        await asyncio.sleep(0.1)  # stands for writing a line to an audit log
        count = seen + 1
        print(f"wrote {count}")
        return await get_response(request)

    return middleware
