"""A class with `async def __call__` is a coroutine function only if each instance is marked."""

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import HttpResponse

from layers import hybrid_layer

SCENARIO = {"layers": ["Above", "Marked", "Below"], "server": "uvicorn"}

Above, Below = hybrid_layer("Above"), hybrid_layer("Below")


class Marked:
    async_capable = True
    sync_capable = False

    def __init__(self, get_response):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    async def __call__(self, request):
        log("marked in")
        response = await self.get_response(request)
        response["X-Marked"] = "yes"
        log("marked out")
        return response


async def view(request):
    log("view")
    return HttpResponse("ok")
