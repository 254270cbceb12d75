# Looks right: the view runs, and the header is there. But `Audit` has ended before the view begins.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Header(get_response):
    async def middleware(request):
        response = await (await get_response(request))
        response["X-Time"] = "1"
        return response

    return middleware
