# Looks right: a plain response is easy to change. But then there is one piece, and it is late.
from django.http import HttpResponse
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Shout(get_response):
    async def middleware(request):
        response = await get_response(request)
        pieces = [piece async for piece in response.streaming_content]
        return HttpResponse(b"".join(pieces).upper())

    return middleware
