"""WSGI: each async_to_sync of one request has a loop and a thread of its own, heard of or not."""

import asyncio

from asgiref.sync import async_to_sync, sync_to_async
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Silent", "Top"], "mode": "wsgi"}

Top = async_layer("Top")


def fetch():
    log("fetch")


async def wait():
    log("wait")
    await asyncio.sleep(0.05)


def Silent(get_response):
    def middleware(request):
        async_to_sync(asyncio.sleep)(0)
        async_to_sync(sync_to_async(fetch))()
        async_to_sync(wait)()
        response = get_response(request)
        async_to_sync(wait)()
        return response

    return middleware


def view(request):
    log("view")
    return HttpResponse("ok")
