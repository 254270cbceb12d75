"""WSGI: an async layer runs on a private loop; the sync view is back on the server's thread."""

import asyncio

from django.http import HttpResponse

from layers import async_layer, hybrid_layer, sync_layer

SCENARIO = {"layers": ["Above", "Async", "Sync", "Hybrid"], "mode": "wsgi", "wsgi_threads": 2}

Above, Hybrid = hybrid_layer("Above"), hybrid_layer("Hybrid")
Async, Sync = async_layer("Async"), sync_layer("Sync")


def view(request):
    try:
        asyncio.get_running_loop()
        log("a loop")
    except RuntimeError as error:
        log(str(error))
    return HttpResponse("ok")
