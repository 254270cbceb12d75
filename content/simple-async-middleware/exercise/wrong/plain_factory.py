# Looks right: Django calls the factory, and nobody awaits it. But nothing says the result is async.
def Simple(get_response):
    async def middleware(request):
        log("Before view")
        response = await get_response(request)
        log("After view")
        return response

    return middleware
