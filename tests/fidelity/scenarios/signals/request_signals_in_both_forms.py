"""request_started and request_finished: sync receivers in the thread, async ones on the loop."""

from django.core.signals import request_finished, request_started
from django.http import HttpResponse

from layers import async_layer

SCENARIO = {"layers": ["Top"], "server": "uvicorn", "linger": 0.1}

Top = async_layer("Top")


def started(sender, **keywords):
    log(f"started for {sender.__name__}")


async def started_async(sender, scope, **keywords):
    log(f"started async for {scope['path']}")


def finished(sender, **keywords):
    log("finished")


request_started.connect(started)
request_started.connect(started_async)
request_finished.connect(finished)


async def view(request):
    log("view")
    return HttpResponse("ok")
