"""A popular example, and it is wrong: here the factory itself is `async def`."""


async def timer(get_response):
    async def middleware(request):
        print("in")
        response = await get_response(request)
        print("out")
        return response

    return middleware
