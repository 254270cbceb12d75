"""An all-sync stack over a sync view does not cross just once."""

from django.http import HttpResponse

from layers import sync_layer

SCENARIO = {"layers": ["One", "Two"], "server": "uvicorn"}

One, Two = sync_layer("One"), sync_layer("Two")


def view(request):
    log("view")
    return HttpResponse("ok")
