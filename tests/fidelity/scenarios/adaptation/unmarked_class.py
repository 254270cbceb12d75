"""The same class without the mark: Django calls it as a sync layer and gets a coroutine."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top", "Unmarked"], "server": "uvicorn"}

Top = async_layer("Top")


class Unmarked:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response

    async def __call__(self, request):
        log("unmarked in")
        return await self.get_response(request)


async def view(request):
    log("view")
    return HttpResponse("ok")
