"""ConditionalGetMiddleware: an ETag, and a 304 without a body for who has it."""

from django.http import HttpResponse

from layers import async_layer

SCENARIO = {
    "layers": ["Top", "django.middleware.http.ConditionalGetMiddleware"],
    "requests": [
        {"id": "A", "path": "/"},
        {
            "id": "B",
            "path": "/",
            "headers": {"If-None-Match": '"900150983cd24fb0d6963f7d28e17f72"'},
            "at": 0.1,
        },
    ],
    "server": "uvicorn",
}

Top = async_layer("Top")


async def view(request):
    log("view")
    return HttpResponse("abc")
