from django.utils.decorators import async_only_middleware


@async_only_middleware
def Deadline(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware
