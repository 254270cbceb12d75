# Looks right: the view is awaited. But its response stays here.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        await get_response(request)
        log("after")

    return middleware
