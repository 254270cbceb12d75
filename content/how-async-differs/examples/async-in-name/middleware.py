"""Async by its keywords; the wait is the sync one."""

import time

from django.utils.decorators import async_only_middleware


@async_only_middleware
def quota(get_response):
    async def middleware(request):
        if request.path == "/report":
            print("quota asks")
            time.sleep(0.1)  # asks the quota service
            print("quota knows")
        return await get_response(request)

    return middleware
