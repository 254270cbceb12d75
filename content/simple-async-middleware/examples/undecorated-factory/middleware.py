"""The repair that comes to mind first: a plain factory, and nothing else changed."""


def timer(get_response):
    async def middleware(request):
        print("in")
        response = await get_response(request)
        print("out")
        return response

    return middleware
