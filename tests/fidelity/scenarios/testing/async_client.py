"""AsyncClient without a thread per request: sync views run one after the other."""

import time

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "mode": "async_client",
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/", "at": 0.02}],
}

Top = async_layer("Top")


def view(request):
    time.sleep(0.1)
    log("view")
    return HttpResponse("ok")
