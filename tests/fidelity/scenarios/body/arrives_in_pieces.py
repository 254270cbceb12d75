"""The whole body is read before the first layer runs."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "requests": [
        {
            "id": "A",
            "path": "/",
            "method": "POST",
            "body_chunks": [[0, "one "], [0.1, "two "], [0.2, "three"]],
        }
    ],
    "server": "uvicorn",
}

Top = async_layer("Top")


async def view(request):
    log(request.body.decode())
    return HttpResponse(request.body)
