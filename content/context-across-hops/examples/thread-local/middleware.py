"""The same path, kept in three ways."""

import threading
from contextvars import ContextVar

from asgiref.local import Local
from django.utils.decorators import async_only_middleware

of_thread = threading.local()
of_request = Local()
of_context = ContextVar("path")


@async_only_middleware
def remember(get_response):
    async def middleware(request):
        of_thread.path = of_request.path = request.path
        of_context.set(request.path)
        return await get_response(request)

    return middleware
