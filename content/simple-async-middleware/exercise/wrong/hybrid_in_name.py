# Looks right: it works over an async view. But it claims a sync form that it does not have.
from django.utils.decorators import sync_and_async_middleware


@sync_and_async_middleware
def Simple(get_response):
    async def middleware(request):
        log("Before view")
        response = await get_response(request)
        log("After view")
        return response

    return middleware
