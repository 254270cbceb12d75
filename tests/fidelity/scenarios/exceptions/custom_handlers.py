"""handler404 and handler500 answer in their own words, below all layers."""

from django.http import HttpResponse
from django.urls import path

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [
        {"id": "A", "path": "/nowhere"},
        {"id": "B", "path": "/broken", "at": 0.1},
    ],
    "urls": (
        "from stack import urlpatterns\n"
        "handler404 = 'stack.not_found'\n"
        "handler500 = 'stack.server_error'\n"
    ),
}

Top = async_layer("Top")


def not_found(request, exception):
    log(f"not found: {type(exception).__name__}")
    return HttpResponse("nothing here", status=404)


def server_error(request):
    log("server error")
    return HttpResponse("sorry", status=500)


async def broken(request):
    raise ValueError("broken")


ROUTES = [path("broken", broken)]
urlpatterns = ROUTES
