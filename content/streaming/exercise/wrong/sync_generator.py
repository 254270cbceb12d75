# Looks right: the wrapper of Django's documentation. But it is written for a sync iterator.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Shout(get_response):
    def shouted(pieces):
        for piece in pieces:
            yield piece.upper()

    async def middleware(request):
        response = await get_response(request)
        response.streaming_content = shouted(response.streaming_content)
        return response

    return middleware
