"""A body above the limit is a 400 as soon as somebody reads it, in the loop or in a thread."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top"],
    "settings": {"DATA_UPLOAD_MAX_MEMORY_SIZE": 10},
    "requests": [
        {
            "id": "A",
            "path": "/",
            "method": "POST",
            "body": "0123456789 and more",
            "headers": {"Content-Type": "text/plain"},
        }
    ],
}

Top = async_layer("Top")


async def view(request):
    log("reading")
    return HttpResponse(request.body)
