"""The same layer "converted to async": the call inside it is the old one."""

import time

from django.utils.decorators import async_only_middleware


def ask_licence_server():
    time.sleep(0.15)


@async_only_middleware
def licence(get_response):
    async def middleware(request):
        if request.path != "/health":
            print("licence asks")
            ask_licence_server()
            print("licence knows")
        return await get_response(request)

    return middleware
