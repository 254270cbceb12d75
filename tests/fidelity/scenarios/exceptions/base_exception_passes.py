"""CancelledError is a BaseException: it passes all layers and becomes no 500."""

import asyncio

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

SCENARIO = {"layers": ["Outer", "Inner"]}


@async_only_middleware
def Outer(get_response):
    async def middleware(request):
        try:
            return await get_response(request)
        except asyncio.CancelledError:
            log("Outer took the cancellation")
            return HttpResponse("cancelled below", status=503)

    return middleware


@async_only_middleware
def Inner(get_response):
    async def middleware(request):
        try:
            return await get_response(request)
        except Exception:
            log("never")
            raise
        finally:
            log("Inner finally")

    return middleware


async def view(request):
    log("view")
    raise asyncio.CancelledError("from within")
