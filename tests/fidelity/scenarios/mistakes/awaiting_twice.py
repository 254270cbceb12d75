"""A coroutine can be awaited once; a response cannot be awaited at all."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import async_layer

SCENARIO = {"layers": ["Top", "Twice"], "py314": "awaiting what cannot be awaited is worded anew"}

Top = async_layer("Top")


@async_only_middleware
def Twice(get_response):
    async def middleware(request):
        coroutine = get_response(request)
        response = await coroutine
        try:
            await coroutine
        except RuntimeError as error:
            log(error)
        try:
            await response
        except TypeError as error:
            log(error)
        return response

    return middleware


async def view(request):
    return HttpResponse("ok")
