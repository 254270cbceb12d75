"""async_to_sync with force_new_loop does not borrow the server's loop."""

import asyncio

from asgiref.sync import async_to_sync
from django.http import HttpResponse

SCENARIO = {"layers": []}


async def fetch():
    log("fetching")
    await asyncio.sleep(0.05)
    return asyncio.get_running_loop()


def view(request):
    borrowed = async_to_sync(fetch)()
    own = async_to_sync(fetch, force_new_loop=True)()
    log(f"same {borrowed is own}, closed {own.is_closed()}")
    return HttpResponse("ok")
