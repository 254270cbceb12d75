# Looks right: the loop is free. But the five checks queue for one thread.
import asyncio
import time
from concurrent.futures import ThreadPoolExecutor

from django.utils.decorators import async_only_middleware


def legacy_check():
    log("check")
    time.sleep(0.1)


@async_only_middleware
def Check(get_response):
    thread = ThreadPoolExecutor(max_workers=1)

    async def middleware(request):
        await asyncio.get_running_loop().run_in_executor(thread, legacy_check)
        return await get_response(request)

    return middleware
