# Looks right: the flags are true now. But calling the factory still gives a coroutine, not a layer.
from django.utils.decorators import async_only_middleware


@async_only_middleware
async def Simple(get_response):
    async def middleware(request):
        log("Before view")
        response = await get_response(request)
        log("After view")
        return response

    return middleware
