"""The client goes away while a sync view sleeps: the thread runs on, its response goes nowhere."""

import time

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [{"id": "A", "path": "/", "disconnect_after": 0.1}],
    "linger": 0.4,
}

Top = async_layer("Top")


def view(request):
    log("view begins")
    time.sleep(0.3)
    log("view ends")
    return HttpResponse("ok")
