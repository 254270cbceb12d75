"""A missing await below a layer that uses the response: TypeError, 500, a warning."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import async_layer

SCENARIO = {"layers": ["Top", "Stamp", "Forgetful"], "server": "uvicorn"}

Top = async_layer("Top")


@async_only_middleware
def Stamp(get_response):
    async def middleware(request):
        response = await get_response(request)
        response["X-Stamp"] = "1"
        return response

    return middleware


@async_only_middleware
def Forgetful(get_response):
    async def middleware(request):
        log("forgetting")
        return get_response(request)

    return middleware


async def view(request):
    log("never")
    return HttpResponse("ok")
