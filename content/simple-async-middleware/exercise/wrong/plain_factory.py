# Looks right because the factory is now called and not awaited; but nothing says that the result is async.
def Simple(get_response):
    async def middleware(request):
        log("Before view")
        response = await get_response(request)
        log("After view")
        return response

    return middleware
