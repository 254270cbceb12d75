"""Four threads, five requests: the fifth waits for the first thread that is free."""

import time

from django.http import HttpResponse

from layers import sync_layer

SCENARIO = {
    "layers": ["Sync"],
    "mode": "wsgi",
    "wsgi_threads": 4,
    "requests": [
        {"id": "A", "path": "/"},
        {"id": "B", "path": "/"},
        {"id": "C", "path": "/"},
        {"id": "D", "path": "/"},
        {"id": "E", "path": "/", "at": 0.05},
    ],
}

Sync = sync_layer("Sync")


def view(request):
    time.sleep(0.2)
    log("view")
    return HttpResponse("ok")
