"""CSRF under ASGI: a POST without the token is refused, unless the view is exempt."""

from django.http import HttpResponse
from django.middleware.csrf import get_token
from django.urls import path
from django.views.decorators.csrf import csrf_exempt, ensure_csrf_cookie

from layers import async_layer

SCENARIO = {
    "layers": ["Top", "django.middleware.csrf.CsrfViewMiddleware"],
    "requests": [
        {"id": "A", "path": "/token"},
        {"id": "B", "path": "/form", "method": "POST", "at": 0.1},
        {
            "id": "C",
            "path": "/form",
            "method": "POST",
            "headers": {
                "Cookie": "csrftoken=abcdefghijklmnopqrstuvwxyzabcdef",
                "X-CSRFToken": "abcdefghijklmnopqrstuvwxyzabcdef",
            },
            "at": 0.2,
        },
        {"id": "D", "path": "/exempt", "method": "POST", "at": 0.3},
    ],
    "server": "uvicorn",
}

Top = async_layer("Top")


@ensure_csrf_cookie
async def token(request):
    return HttpResponse(str(len(get_token(request))))


async def form(request):
    log("accepted")
    return HttpResponse("accepted")


@csrf_exempt
async def exempt(request):
    log("exempt")
    return HttpResponse("exempt")


urlpatterns = [path("token", token), path("form", form), path("exempt", exempt)]
