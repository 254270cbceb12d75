"""A factory that returns nothing keeps the application from starting."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top", "Forgetful"]}

Top = async_layer("Top")


def Forgetful(get_response):
    log("built")


async def view(request):
    return HttpResponse("ok")
