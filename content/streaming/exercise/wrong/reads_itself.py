# Looks right: it iterates the response. But by then the response's content is the wrapper.
from django.utils.decorators import async_only_middleware


@async_only_middleware
def Shout(get_response):
    async def shouted(response):
        async for piece in response.streaming_content:
            yield piece.upper()

    async def middleware(request):
        response = await get_response(request)
        response.streaming_content = shouted(response)
        return response

    return middleware
