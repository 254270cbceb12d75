"""Says in a header how many messages are unread, as of at most a second ago."""

import time

from django.utils.decorators import async_only_middleware
from models import Message


@async_only_middleware
def unread(get_response):
    count, counted_at = 0, float("-inf")

    async def middleware(request):
        nonlocal count, counted_at
        response = await get_response(request)
        if time.monotonic() - counted_at > 1:
            count, counted_at = await Message.objects.acount(), time.monotonic()
        response["X-Unread"] = count
        return response

    return middleware
