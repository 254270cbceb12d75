"""A factory that raises keeps the application from starting, whatever it raises."""

from django.http import HttpResponse

from layers import sync_layer

SCENARIO = {"layers": ["Top", "Misconfigured"]}

Top = sync_layer("Top")


def Misconfigured(get_response):
    raise KeyError("no such setting")


async def view(request):
    return HttpResponse("ok")
