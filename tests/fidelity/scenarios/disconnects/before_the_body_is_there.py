"""The client goes away while it still sends the body: no layer ever runs."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [
        {"id": "A", "path": "/", "method": "POST", "body_chunks": [[0, "half"], [0.1, None]]}
    ],
    "linger": 0.1,
}

Top = async_layer("Top")


async def view(request):
    log("view")
    return HttpResponse("ok")
