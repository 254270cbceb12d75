# Looks right: the first piece leaves at once. But the others wait for the end of the stream.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Shout(get_response):
    async def shouted(pieces):
        yield (await anext(pieces)).upper()
        for piece in [piece async for piece in pieces]:
            yield piece.upper()

    async def middleware(request):
        response = await get_response(request)
        response.streaming_content = shouted(response.streaming_content)
        return response

    return middleware
