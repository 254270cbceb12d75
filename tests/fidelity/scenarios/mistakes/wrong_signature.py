"""A layer called with the wrong arguments is a 500 with the name of the function."""

from django.http import HttpResponse
from django.utils.decorators import async_only_middleware

from layers import async_layer

SCENARIO = {"layers": ["Top", "Wrong"]}

Top = async_layer("Top")


@async_only_middleware
def Wrong(get_response):
    async def middleware(request):
        return await get_response()

    return middleware


async def view(request):
    return HttpResponse("ok")
