"""AsyncClient raises what the view raised, unless it is told not to."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"], "mode": "async_client"}

Top = async_layer("Top")


async def view(request):
    raise ValueError("boom")


def unused(request):
    return HttpResponse()
