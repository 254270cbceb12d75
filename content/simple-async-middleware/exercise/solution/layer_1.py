from django.utils.decorators import async_only_middleware


@async_only_middleware
def Simple(get_response):
    async def middleware(request):
        log("Before view")
        response = await get_response(request)
        log("After view")
        return response

    return middleware
