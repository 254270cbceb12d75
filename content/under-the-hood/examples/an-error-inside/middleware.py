"""The inner layer raises. The outer one would like to catch it."""

from django.utils.decorators import async_only_middleware


@async_only_middleware
def reporter(get_response):
    async def middleware(request):
        try:
            response = await get_response(request)
        except ValueError:
            print("reporter: caught it")
            raise
        print(f"reporter: got a response, {response.status_code}")
        return response

    return middleware


@async_only_middleware
def parser(get_response):
    async def middleware(request):
        print("parser: raises")
        raise ValueError("no such page number")

    return middleware
