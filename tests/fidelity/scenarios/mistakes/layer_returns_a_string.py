"""A layer that returns something else than a response breaks where it is used as one."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top", "Wrong"]}

Top = async_layer("Top")


def Wrong(get_response):
    def middleware(request):
        get_response(request)
        return "not a response"

    return middleware


async def view(request):
    return HttpResponse("ok")
