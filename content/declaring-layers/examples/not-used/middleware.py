"""The same two layers. The second leaves itself out unless DEBUG is on."""

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.utils.decorators import async_only_middleware


@async_only_middleware
def timer(get_response):
    async def middleware(request):
        print("timer in")
        response = await get_response(request)
        print("timer out")
        return response

    return middleware


def query_panel(get_response):
    if not settings.DEBUG:
        print("panel not used")
        raise MiddlewareNotUsed("for developers only")

    def middleware(request):
        print("panel in")
        response = get_response(request)
        print("panel out")
        return response

    return middleware
