# Looks right: there are tasks now. But the second is made when the first is through.
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
        u = await asyncio.create_task(user())
        f = await asyncio.create_task(flags())
        response = await get_response(request)
        response["X-Data"] = str(u) + str(f)
        return response

    return middleware
