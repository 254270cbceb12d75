import asyncio

from django.utils.decorators import async_only_middleware


async def user():
    await asyncio.sleep(0.1)
    return "u"


async def flags():
    await asyncio.sleep(0.1)
    return "f"


@async_only_middleware
def Load(get_response):
    async def middleware(request):
        u, f = await asyncio.gather(user(), flags())
        response = await get_response(request)
        response["X-Data"] = str(u) + str(f)
        return response

    return middleware
