"""An honest sync-only layer. Give it a second form, and let it choose."""

from asgiref.sync import async_to_sync, iscoroutinefunction, sync_to_async
from django.utils.decorators import async_only_middleware, sync_and_async_middleware


def Dual(get_response):
    def middleware(request):
        log("Dual in")
        response = get_response(request)
        log("Dual out")
        return response

    return middleware
