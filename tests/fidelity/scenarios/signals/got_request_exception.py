"""got_request_exception is sent in the thread in which the error page is made."""

from django.core.signals import got_request_exception
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"]}

Top = async_layer("Top")


def noticed(sender, request, **keywords):
    log(f"noticed on {request.path}")


got_request_exception.connect(noticed)


async def view(request):
    raise ValueError("boom")


def unused(request):
    return HttpResponse()
