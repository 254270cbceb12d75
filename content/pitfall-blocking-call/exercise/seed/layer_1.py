"""Five requests come at once. Each holds the loop for a tenth of a second."""

import asyncio
import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def legacy_check():  # leave this one as it is
    log("check")
    time.sleep(0.1)


@async_only_middleware
def Check(get_response):
    async def middleware(request):
        legacy_check()
        return await get_response(request)

    return middleware
