"""An async layer, and a sync-only one that is there for developers."""

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
    def middleware(request):
        print("panel in")
        response = get_response(request)
        print("panel out")
        return response

    return middleware
