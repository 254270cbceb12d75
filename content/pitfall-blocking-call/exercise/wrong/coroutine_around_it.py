# Looks right: it is awaited now. But the coroutine runs on the loop, with all that it calls.
import time

from django.utils.decorators import async_only_middleware


def legacy_check():
    log("check")
    time.sleep(0.1)


async def check():
    legacy_check()


@async_only_middleware
def Check(get_response):
    async def middleware(request):
        await check()
        return await get_response(request)

    return middleware
