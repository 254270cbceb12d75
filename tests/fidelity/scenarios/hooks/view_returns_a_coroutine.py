"""A plain view that returns a coroutine: Django refuses the unawaited result."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"]}

Top = async_layer("Top")


async def answer(request):
    log("never")
    return HttpResponse("ok")


def view(request):
    log("view")
    return answer(request)
