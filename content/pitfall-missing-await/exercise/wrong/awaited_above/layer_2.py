from django.utils.decorators import async_only_middleware


@async_only_middleware
def Audit(get_response):
    async def middleware(request):
        log("before")
        response = get_response(request)
        log("after")
        return response

    return middleware
