"""The factory itself is `async def`: every request dies calling a coroutine object."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top", "Factory"], "server": "uvicorn"}

Top = async_layer("Top")


async def Factory(get_response):
    async def middleware(request):
        return await get_response(request)

    return middleware


async def view(request):
    return HttpResponse("ok")
