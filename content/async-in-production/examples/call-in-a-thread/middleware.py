"""The same layer; the one call goes to a thread."""

import time

from asgiref.sync import sync_to_async
from django.utils.decorators import async_only_middleware


def render_pdf():
    time.sleep(0.2)  # a library without async


@async_only_middleware
def export(get_response):
    async def middleware(request):
        if request.path == "/export":
            print("export begins")
            await sync_to_async(render_pdf)()
            print("export ends")
        return await get_response(request)

    return middleware
