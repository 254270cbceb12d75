# Looks right: five checks, nothing blocks. But it is not `legacy_check` any more.
import asyncio

from django.utils.decorators import async_only_middleware


async def legacy_check():
    log("check")
    await asyncio.sleep(0.1)


@async_only_middleware
def Check(get_response):
    async def middleware(request):
        await legacy_check()
        return await get_response(request)

    return middleware
