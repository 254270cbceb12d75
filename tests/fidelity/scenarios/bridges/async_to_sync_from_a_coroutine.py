"""async_to_sync on a running loop is an error that says what to do instead."""

from asgiref.sync import async_to_sync
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"], "server": "uvicorn"}

Top = async_layer("Top")


async def fetch():
    return 1


async def view(request):
    try:
        async_to_sync(fetch)()
    except RuntimeError as error:
        log(error)
    return HttpResponse(str(await fetch()))
