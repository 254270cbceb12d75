"""Django turns some exceptions of a view into other answers than a 500."""

from django.core.exceptions import BadRequest, PermissionDenied, SuspiciousOperation
from django.http import Http404

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [
        {"id": "A", "path": "/missing"},
        {"id": "B", "path": "/denied", "at": 0.1},
        {"id": "C", "path": "/bad", "at": 0.2},
        {"id": "D", "path": "/suspicious", "at": 0.3},
        {"id": "E", "path": "/broken", "at": 0.4},
    ],
    "server": "uvicorn",
}

Top = async_layer("Top")
ERRORS = {
    "/missing": Http404("no such page"),
    "/denied": PermissionDenied("not yours"),
    "/bad": BadRequest("no sense"),
    "/suspicious": SuspiciousOperation("strange"),
    "/broken": ZeroDivisionError("by nought"),
}


async def view(request):
    log(request.path)
    raise ERRORS[request.path]
