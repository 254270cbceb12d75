"""Each request has a worker thread of its own, and ends it."""

import threading
import time

from django.http import HttpResponse

SCENARIO = {
    "layers": [],
    "requests": [
        {"id": "A", "path": "/"},
        {"id": "B", "path": "/", "at": 0.05},
        {"id": "C", "path": "/", "at": 0.4},
    ],
}

threads = []


def view(request):
    threads.append(threading.current_thread())
    time.sleep(0.1)
    alive = [thread.is_alive() for thread in threads]
    log(f"{len(set(threads))} threads, alive {alive}")
    return HttpResponse("ok")
