"""queue.Queue, threading.Event, Barrier and Timer work between plain threads of a sync view."""

import queue
import threading
import time

from django.http import HttpResponse

SCENARIO = {"layers": []}


def view(request):
    results = queue.Queue()
    start = threading.Event()
    barrier = threading.Barrier(3)

    def work(number):
        start.wait()
        time.sleep(number / 20)
        barrier.wait()
        results.put(number)

    threads = [threading.Thread(target=work, args=(number,)) for number in (1, 2, 3)]
    for thread in threads:
        thread.start()
    began = time.monotonic()
    threading.Timer(0.05, start.set).start()
    for thread in threads:
        thread.join()
    log(f"{sorted(results.get() for _ in threads)} after {round(time.monotonic() - began, 1)} s")
    try:
        results.get(timeout=0.05)
    except queue.Empty:
        log("empty")
    return HttpResponse("ok")
