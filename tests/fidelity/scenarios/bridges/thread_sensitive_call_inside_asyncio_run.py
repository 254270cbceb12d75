"""asyncio.run in the request's thread: a thread-sensitive call waits for that very thread."""

import asyncio

from asgiref.sync import sync_to_async
from django.http import HttpResponse

SCENARIO = {"layers": ["Hanging"]}


def query():
    log("query")


async def load():
    try:
        await asyncio.wait_for(sync_to_async(query)(), 0.2)
    except TimeoutError:
        log("nobody ran it")


def Hanging(get_response):
    def middleware(request):
        log("in")
        asyncio.run(load())
        return get_response(request)

    return middleware


async def view(request):
    log("view")
    return HttpResponse("ok")
