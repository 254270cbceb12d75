"""CommonMiddleware and SecurityMiddleware answer by redirects before any view runs."""

from django.http import HttpResponse
from django.urls import path

from layers import async_layer

SCENARIO = {
    "layers": [
        "Top",
        "django.middleware.security.SecurityMiddleware",
        "django.middleware.common.CommonMiddleware",
    ],
    "settings": {"SECURE_SSL_REDIRECT": True, "SECURE_REDIRECT_EXEMPT": ["^open"]},
    "requests": [
        {"id": "A", "path": "/private"},
        {"id": "B", "path": "/open", "at": 0.1},
        {"id": "C", "path": "/open/", "at": 0.2},
    ],
    "server": "uvicorn",
}

Top = async_layer("Top")


async def open_view(request):
    log("view")
    return HttpResponse("ok")


urlpatterns = [path("open/", open_view)]
