# Looks right: the body is upper-cased, in three pieces. But all of them wait for the last.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Shout(get_response):
    async def repeated(pieces):
        for piece in pieces:
            yield piece

    async def middleware(request):
        response = await get_response(request)
        pieces = [piece.upper() async for piece in response.streaming_content]
        response.streaming_content = repeated(pieces)
        return response

    return middleware
