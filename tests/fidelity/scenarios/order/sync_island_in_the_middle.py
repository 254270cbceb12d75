"""Async, sync, async over a sync view: three hops, always the same worker thread."""

from django.http import HttpResponse

from layers import async_layer, sync_layer

SCENARIO = {
    "layers": ["Top", "Island", "Bottom"],
    "requests": [{"id": "A", "path": "/"}, {"id": "B", "path": "/"}],
    "server": "uvicorn",
}

Top, Island, Bottom = async_layer("Top"), sync_layer("Island"), async_layer("Bottom")


def view(request):
    log("view")
    return HttpResponse("ok")
