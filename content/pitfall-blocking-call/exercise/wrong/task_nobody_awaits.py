# Looks right: everybody is answered at once. But nobody waits for the outcome of the check.
import asyncio
import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def legacy_check():
    log("check")
    time.sleep(0.1)


@async_only_middleware
def Check(get_response):
    async def middleware(request):
        request.check = asyncio.create_task(sync_to_async(legacy_check)())
        return await get_response(request)

    return middleware
