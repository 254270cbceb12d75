# Looks right: it believes what the request says of itself. But it has measured nothing.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Timing(get_response):
    async def middleware(request):
        response = await get_response(request)
        response["X-Time-Ms"] = f"{float(request.GET.get('s', 0)) * 1000:.0f}"
        return response

    return middleware
