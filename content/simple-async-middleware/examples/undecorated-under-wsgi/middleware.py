"""The same file as before; this time the server speaks WSGI."""


def timer(get_response):
    async def middleware(request):
        print("in")
        response = await get_response(request)
        print("out")
        return response

    return middleware
