"""Does nothing yet. Give every response an X-Request-ID: the client's own, or a fresh one."""

import uuid

from asgiref.sync import markcoroutinefunction
from django.utils.decorators import async_only_middleware


@async_only_middleware
def RequestId(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware
