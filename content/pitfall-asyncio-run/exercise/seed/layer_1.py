"""A sync layer, and an async function whose result it needs."""

import asyncio

from asgiref.sync import async_to_sync, markcoroutinefunction, sync_to_async
from django.utils.decorators import async_only_middleware
from flags import load_flags


def Flags(get_response):
    def middleware(request):
        flags = asyncio.run(load_flags(request.path))
        response = get_response(request)
        response["X-Flags"] = flags
        return response

    return middleware
