# Looks right: it is declared for both worlds. But it hands out the async form in both.
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def Dual(get_response):
    async def middleware(request):
        log("Dual in")
        response = await get_response(request)
        log("Dual out")
        return response

    return middleware
