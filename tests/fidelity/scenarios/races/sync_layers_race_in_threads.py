"""Sync layers of overlapping requests race in their threads; a threading.Lock is right there."""

import threading
import time

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/"},
        {"id": "B", "path": "/", "at": 0.05},
        {"id": "C", "path": "/", "at": 0.1},
    ],
    "server": "uvicorn",
}

lock = threading.Lock()
count = 0


def view(request):
    global count
    with lock:
        read = count
        time.sleep(0.1)
        count = read + 1
        log(f"count {count}")
    return HttpResponse("ok")
