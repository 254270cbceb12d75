"""`current()` should say whose request is running, wherever it is called. It says None."""

import asyncio
import threading
from contextvars import ContextVar

from asgiref.local import Local
from django.utils.decorators import async_only_middleware


def current():
    return None


@async_only_middleware
def Ctx(get_response):
    async def middleware(request):
        # The id is in request.headers["X-Id"].
        return await get_response(request)

    return middleware
